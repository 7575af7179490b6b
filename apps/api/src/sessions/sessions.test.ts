import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '@assay/contracts/http';
import { recordAudit } from '@assay/db';
import { z } from 'zod';
import { apiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const Log = z.object({
  rows: z.array(AuditEntry),
  next: z.string().optional(),
  domains: z.array(z.string()),
});
const tokenOf = (link: string) => link.split('/').at(-1);

describe('a member of staff', () => {
  it('signs in by a link once, sees who they are, and signs out', async () => {
    const admin = await signIn(api, 'admin');
    const email = `${crypto.randomUUID()}@assay.test`;
    const added = await admin.post('/api/members', {
      name: 'Ivo',
      email: email.toUpperCase(),
      role: 'interviewer',
    });
    expect(added).toMatchObject({ status: 201, body: { member: { email, role: 'interviewer' } } });
    expect(await admin.post('/api/members', { name: 'Ivo', email, role: 'admin' })).toMatchObject({
      status: 409,
      body: { defined: true, code: 'EMAIL_TAKEN' },
    });
    const { link } = added.body as { link: string };
    expect(link).toMatch(/^http:\/\/assay\.test\/sign-in\/\w+$/);
    const verify = `/api/auth/magic-link/verify?token=${tokenOf(link)}`;
    const ivo = apiClient(api);
    expect(await ivo.get(verify)).toMatchObject({
      status: 200,
      body: { user: { role: 'interviewer' } },
    });
    expect(await ivo.get('/api/me')).toMatchObject({
      status: 200,
      body: { name: 'Ivo', email, role: 'interviewer' },
    });
    expect((await apiClient(api).get(verify)).status).toBe(302);
    expect(await ivo.post('/api/auth/sign-out')).toMatchObject({ status: 200 });
    expect((await ivo.get('/api/me')).status).toBe(401);
  });

  it('is in the log of actions, which admins search by name, area and day', async () => {
    const admin = await signIn(api, 'admin');
    const email = `${crypto.randomUUID()}@assay.test`;
    const added = await admin.post('/api/members', { name: 'Uma Xylo', email, role: 'reviewer' });
    const { link } = added.body as { link: string };
    const uma = apiClient(api);
    await uma.get(`/api/auth/magic-link/verify?token=${tokenOf(link)}`);
    const find = async (query: string) =>
      Log.parse((await admin.get(`/api/audit?${query}`)).body).rows.map(
        ({ action, actorName, subjectName }) => [action, actorName, subjectName],
      );
    const signedIn = ['member.signed_in', 'Uma Xylo', 'Uma Xylo'];
    expect(await find('search=uma')).toEqual([signedIn]);
    expect(await find('search=uma&domain=attempt')).toEqual([]);
    expect(await find('domain=member')).toContainEqual(['member.added', 'The admin', 'Uma Xylo']);
    const today = api.now().toISOString().slice(0, 10);
    expect(await find(`search=uma&from=${today}&to=${today}`)).toEqual([signedIn]);
    expect(await find('search=uma&to=2020-01-01')).toEqual([]);
    expect((await admin.get('/api/audit?after=nowhere')).status).toBe(400);
    // Whose attempt it is, by the candidate's name.
    const { attemptId } = await invite(api, { name: 'Quim Zeta', started: true });
    expect(await find('search=quim')).toEqual([
      ['attempt.started', 'Quim Zeta', 'Quim Zeta'],
      ['invitation.opened', 'Quim Zeta', 'Quim Zeta'],
      ['invitation.created', 'The admin', 'Quim Zeta'],
    ]);
    expect(await find(`subject=attempt:${attemptId}`)).toHaveLength(1);
    // What has no page of its own leads to what shows it.
    const { rows } = Log.parse((await admin.get('/api/audit?search=quim')).body);
    expect(rows.map(({ page }) => page)).toEqual(rows.map(() => `attempt:${attemptId}`));
    const challenges = Log.parse((await admin.get('/api/audit?domain=challenge')).body).rows;
    expect(challenges).not.toEqual([]);
    for (const { page, subjectName, detail } of challenges)
      expect([page, subjectName]).toEqual([`challenge:${String(detail['slug'])}`, detail['slug']]);
    for (let count = 0; count < 51; count += 1)
      await recordAudit(api.db, {
        at: api.now(),
        actor: 'system',
        action: 'page.filled',
        subject: `page:${count}`,
      });
    const first = Log.parse((await admin.get('/api/audit?domain=page')).body);
    const second = Log.parse((await admin.get(`/api/audit?domain=page&after=${first.next}`)).body);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 1, undefined]);
    expect(first.domains).toContain('page');
  });

  it('sets a password of their own, which signs in from then on and ends their other sessions', async () => {
    const client = await signIn(api, 'reviewer');
    const { email } = (await client.get('/api/me')).body as { email: string };
    const logIn = async (password: string) => {
      const other = apiClient(api);
      const { status } = await other.post('/api/auth/sign-in/email', { email, password });
      return { status, other };
    };
    expect((await client.put('/api/me/password', { password: 'too short' })).status).toBe(400);
    expect(
      (await client.put('/api/me/password', { password: 'correct horse battery' })).status,
    ).toBe(204);
    const first = await logIn('correct horse battery');
    expect(first.status).toBe(200);
    expect(
      (await client.put('/api/me/password', { password: 'another long password' })).status,
    ).toBe(204);
    expect((await first.other.get('/api/me')).status).toBe(401);
    expect((await client.get('/api/me')).status).toBe(200);
    expect((await logIn('correct horse battery')).status).toBe(401);
    expect((await logIn('another long password')).status).toBe(200);
  });

  it('cannot sign up, ask for a link, or take another role', async () => {
    const client = await signIn(api, 'interviewer');
    const body = {
      email: 'new@assay.test',
      password: 'a long password',
      name: 'New',
      role: 'admin',
    };
    for (const address of [
      'sign-up/email',
      'sign-in/magic-link',
      'update-user',
      'change-email',
      'delete-user',
    ]) {
      const answer = await client.post(`/api/auth/${address}`, body);
      expect([address, answer.status >= 400]).toEqual([address, true]);
    }
    expect((await client.get('/api/me')).body).toMatchObject({ role: 'interviewer' });
  });

  it('has a cookie out of reach of scripts', async () => {
    const link = await api.createFirstAdmin('nobody@assay.test');
    expect(link).toBeUndefined();
    const client = await signIn(api, 'admin');
    expect([...client.cookies.keys()]).toEqual(['assay.session_token']);
  });
});

describe('an invitation', () => {
  it('opens its attempt as often as needed, in a cookie out of reach of scripts', async () => {
    const { link, attemptId, path } = await invite(api);
    for (let turn = 0; turn < 2; turn += 1) {
      const client = apiClient(api);
      const answer = await client.post('/api/candidate/session', { token: tokenOf(link) });
      expect(answer).toMatchObject({ status: 200, body: { attemptId } });
      expect(answer.headers.get('set-cookie')).toMatch(
        /^assay_candidate=[\w-]{43}; .*HttpOnly; SameSite=Lax$/,
      );
      expect((await client.get(path)).status).toBe(200);
    }
  });

  it('that is unknown, expired or revoked says so', async () => {
    const aged = await startTestApi();
    const [old, running, revoked] = [
      await invite(aged),
      await invite(aged, { started: true }),
      await invite(aged),
    ];
    const visit = (link: string) =>
      apiClient(aged).post('/api/candidate/session', { token: tokenOf(link) });
    expect(await visit('/c/unknown')).toMatchObject({
      status: 404,
      body: { defined: true, code: 'LINK_UNKNOWN' },
    });
    await revoked.admin.post(`/api/invitations/${revoked.invitation.id}/revoke`);
    expect(await visit(revoked.link)).toMatchObject({
      status: 410,
      body: { code: 'LINK_EXPIRED' },
    });
    expect((await revoked.client.get(revoked.path)).status).toBe(401);
    aged.passes(15 * 24 * 60);
    expect(await visit(old.link)).toMatchObject({
      status: 410,
      body: { defined: true, code: 'LINK_EXPIRED' },
    });
    expect((await old.client.post(`${old.path}/start`)).status).toBe(401);
    // Its candidate had started and may come back to see that all is safe.
    expect((await running.client.get(running.path)).status).toBe(200);
    const admin = await signIn(aged, 'admin');
    const { rows } = (await admin.get('/api/invitations')).body as { rows: { state: string }[] };
    expect(rows.map(({ state }) => state).sort()).toEqual(['expired', 'expired', 'revoked'].sort());
    await aged.close();
  });

  it('shows its link once: the database has only a hash', async () => {
    const { link } = await invite(api);
    const dump = JSON.stringify(
      await api.db.execute('select * from invitations, candidate_sessions'),
    );
    expect(dump).not.toContain(tokenOf(link));
  });
});
