import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry, InvitationRow, ScopeRow } from '@assay/contracts/http';
import { z } from 'zod';
import { apiClient } from '#testing/apiClient.ts';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite, makeToken, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

const Invited = z.object({ invitation: InvitationRow });
const Entries = z.object({ rows: z.array(AuditEntry) });

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const audited = async (subject: string) =>
  (
    await api.pglite.query<{ action: string }>(
      'select action from audit_events where subject = $1 order by id',
      [subject],
    )
  ).rows.map(({ action }) => action);

describe('an API token', () => {
  it('acts for its member, is shown once, and stands in the database as a hash alone', async () => {
    const admin = await signIn(api, 'admin');
    const { client, secret, token } = await makeToken(api, admin, ['candidates:read']);
    expect(secret).toMatch(/^assay_[\w-]{43}$/);
    expect(token).toMatchObject({ start: secret.slice(0, 10), state: 'active' });
    expect(token.lastUsedAt).toBeUndefined();
    expect((await client.get('/api/me')).body).toMatchObject({ role: 'admin' });
    expect((await client.get('/api/invitations')).status).toBe(200);
    const listed = await admin.get('/api/tokens');
    expect(listed.body).toContainEqual(
      expect.objectContaining({ id: token.id, lastUsedAt: expect.any(String) }),
    );
    expect(await api.findText(secret)).toEqual([]);
    expect(JSON.stringify(api.logs) + listed.text).not.toContain(secret.slice(10));
    expect(await audited(`token:${token.id}`)).toEqual(['token.created']);
  });

  it('stands in the log of actions beside its member, whose session leaves none', async () => {
    const admin = await signIn(api, 'admin');
    const { client, token } = await makeToken(api, admin, ['candidates:write']);
    const invitedBy = async (who: typeof admin) => {
      const answer = await who.post('/api/invitations', {
        assessmentId: api.assessmentId,
        candidateName: 'Noor',
        candidateEmail: `${crypto.randomUUID()}@token.test`,
      });
      const { invitation } = Invited.parse(answer.body);
      const path = `/api/audit?subject=invitation:${invitation.id}`;
      return Entries.parse((await admin.get(path)).body).rows;
    };
    const { id } = (await admin.get('/api/me')).body as { id: string };
    const entry = { actor: `staff:${id}`, actorName: 'The admin', action: 'invitation.created' };
    expect(await invitedBy(client)).toMatchObject([
      { ...entry, token: { id: token.id, name: 'A program' } },
    ]);
    const [own] = await invitedBy(admin);
    expect(own).toMatchObject(entry);
    expect(own).not.toHaveProperty('token');
  });

  it('is counted by each process of the API for itself where there is no Redis', async () => {
    const admin = await signIn(api, 'admin');
    const { secret } = await makeToken(api, admin, ['candidates:read']);
    const other = await api.restart();
    await new Promise<void>((resolve) => other.server.listen(0, '127.0.0.1', resolve));
    const { port } = other.server.address() as AddressInfo;
    const leftAt = async (url: string) => {
      const headers = { authorization: `Bearer ${secret}` };
      const answer = await fetch(`${url}/api/me`, { headers });
      return /"600-in-1min"; r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1];
    };
    expect([await leftAt(api.url), await leftAt(api.url)]).toEqual(['599', '598']);
    expect(await leftAt(`http://127.0.0.1:${port}`)).toBe('599');
    await other.close();
  });

  it('says which scope it lacks, and never does what people do', async () => {
    const admin = await signIn(api, 'admin');
    const { client } = await makeToken(api, admin, ['candidates:read', 'reviews:write']);
    expect(await client.post('/api/invitations')).toMatchObject({
      status: 403,
      body: { code: 'SCOPE_MISSING', data: { scope: 'candidates:write' } },
    });
    const { attemptId } = await invite(api, { started: true });
    for (const path of [`/api/review/attempts/${attemptId}/decisions`, '/api/tokens'])
      expect(await client.post(path)).toMatchObject({ status: 403, body: { code: 'PEOPLE_ONLY' } });
  });

  it('counts alone: cookies beside it are not looked at, and a broken one is no session', async () => {
    const admin = await signIn(api, 'admin');
    const withBoth = (authorization: string) =>
      admin.send('GET', '/api/members', undefined, { authorization });
    const { secret } = await makeToken(api, admin, ['candidates:read']);
    expect((await withBoth(`Bearer ${secret}`)).status).toBe(403);
    for (const broken of [
      'Bearer',
      'bearer x',
      `Bearer ${secret}x`,
      `Bearer  ${secret} ${secret}`,
    ]) {
      const answer = await withBoth(broken);
      expect([broken, answer.status]).toEqual([broken, 401]);
    }
    // A proxy's own password is none of ours.
    expect((await withBoth('Basic bWU6eA==')).status).toBe(200);
    const { attemptId, client } = await invite(api);
    const asCandidate = (headers: object) =>
      client.send('GET', `/api/attempts/${attemptId}`, undefined, { ...headers });
    expect((await asCandidate({})).status).toBe(200);
    expect((await asCandidate({ authorization: `Bearer ${secret}` })).status).toBe(401);
  });

  it('ends when it is revoked, expires, or its member is removed', async () => {
    const aged = await startTestApi();
    try {
      const [admin, other] = [await signIn(aged, 'admin'), await signIn(aged, 'admin')];
      const [revoked, short, orphan] = [
        await makeToken(aged, admin, ['organisation:read']),
        await makeToken(aged, admin, ['organisation:read'], 1),
        await makeToken(aged, other, ['organisation:read']),
      ];
      const works = async ({ client }: typeof short) => (await client.get('/api/members')).status;
      expect([await works(revoked), await works(short), await works(orphan)]).toEqual([
        200, 200, 200,
      ]);
      // An admin ends those of others, too.
      const end = `/api/tokens/${revoked.token.id}/revoke`;
      expect((await other.post(end)).body).toMatchObject({ state: 'revoked' });
      expect((await admin.post(end)).body).toMatchObject({ state: 'revoked' });
      expect(await works(revoked)).toBe(401);
      aged.passes(24 * 60 + 1);
      expect(await works(short)).toBe(401);
      const { id } = (await other.get('/api/me')).body as { id: string };
      expect((await admin.send('DELETE', `/api/members/${id}`)).status).toBe(204);
      expect(await works(orphan)).toBe(401);
      const states = z.array(z.object({ id: z.string(), state: z.string() }));
      const listed = states.parse((await admin.get('/api/tokens')).body);
      expect(listed.map(({ state }) => state).sort()).toEqual(['expired', 'revoked', 'revoked']);
      aged.passes(31 * 24 * 60);
      const later = await signIn(aged, 'admin');
      expect((await later.get('/api/tokens')).body).toEqual([]);
    } finally {
      await aged.close();
    }
  });

  it('does no more than its member may do now', async () => {
    const author = await signIn(api, 'author');
    const { client } = await makeToken(api, author, ['challenges:read']);
    expect((await client.get('/api/author/challenges')).status).toBe(200);
    expect((await author.get('/api/tokens')).body).toHaveLength(1);
    const refused = await author.post('/api/tokens', { name: 'x', scopes: ['candidates:read'] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'SCOPE_NOT_YOURS' } });
    const { id } = (await author.get('/api/me')).body as { id: string };
    await api.pglite.query(`update users set role = 'reviewer' where id = $1`, [id]);
    expect((await client.get('/api/author/challenges')).status).toBe(403);
    const admins = await makeToken(api, await signIn(api, 'admin'), ['candidates:read']);
    const other = await signIn(api, 'author');
    const foreign = await other.post(`/api/tokens/${admins.token.id}/revoke`);
    expect(foreign.status).toBe(404);
  });

  it('offers the scopes of a role with the routes that the policy table gives them', async () => {
    const rows = async (role: 'admin' | 'author') =>
      z.array(ScopeRow).parse((await (await signIn(api, role)).get('/api/tokens/scopes')).body);
    expect((await rows('author')).map(({ scope }) => scope)).toEqual([
      'challenges:read',
      'challenges:write',
    ]);
    const writing = (await rows('admin')).find(({ scope }) => scope === 'candidates:write');
    expect(writing?.routes).toContainEqual({
      method: 'POST',
      path: '/invitations',
      summary: 'Invite a candidate',
    });
  });

  it('is held to a rate of its own', async () => {
    const { client } = await makeToken(api, await signIn(api, 'admin'), ['candidates:read']);
    const answers = await Promise.all(
      Array.from({ length: 601 }, () => client.get('/api/nowhere')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});

describe('a member who is removed', () => {
  it('is out of every page and session at once, keeps no way in, and comes back by an admin alone', async () => {
    const [admin, leaving] = [await signIn(api, 'admin'), await signIn(api, 'reviewer')];
    const { id, email } = (await leaving.get('/api/me')).body as { id: string; email: string };
    const password = 'correct horse battery';
    await leaving.put('/api/me/password', { password });
    const pending = await api.createSignInLink(email);
    const socket = await connectSocket(api, leaving);
    const out = new Promise((resolve) => socket.once('disconnect', resolve));
    expect((await admin.send('DELETE', `/api/members/${id}`)).status).toBe(204);
    await out;
    socket.close();
    expect((await leaving.get('/api/me')).status).toBe(401);
    const logIn = () => apiClient(api).post('/api/auth/sign-in/email', { email, password });
    expect((await logIn()).status).toBeGreaterThanOrEqual(400);
    const follow = async (link: string) => {
      const visitor = apiClient(api);
      await visitor.get(`/api/auth/magic-link/verify?token=${link.split('/').at(-1)}`);
      return (await visitor.get('/api/me')).status;
    };
    expect(await follow(pending)).toBe(401);
    expect((await admin.get('/api/members')).text).not.toContain(email);
    expect((await admin.send('DELETE', `/api/members/${id}`)).status).toBe(404);
    expect(await audited(`member:${id}`)).toContain('member.removed');
    const back = await admin.post('/api/members', { name: 'Back', email, role: 'interviewer' });
    expect(back).toMatchObject({ status: 201, body: { member: { id, role: 'interviewer' } } });
    expect((await logIn()).status).toBe(401);
    expect(await follow((back.body as { link: string }).link)).toBe(200);
  });

  it('is never the one who asks', async () => {
    const admin = await signIn(api, 'admin');
    const { id } = (await admin.get('/api/me')).body as { id: string };
    expect(await admin.send('DELETE', `/api/members/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'OWN_ACCESS' },
    });
  });
});
