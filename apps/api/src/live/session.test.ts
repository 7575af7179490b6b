import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type FullAttemptRecord, LiveChoices, LiveSession } from '@assay/contracts/http';
import {
  endLiveRun,
  insertLiveRun,
  listAudit,
  listDocumentUpdates,
  listLiveEvents,
} from '@assay/db';
import { filesOf } from '@assay/workspace';
import type { ApiClient } from '#testing/apiClient.ts';
import { joinLive, type LivePage, prepareSession, typing } from '#testing/livePeople.ts';
import { invite as inviteToAttempt, signIn } from '#testing/people.ts';
import { canaries } from '#testing/sampleChallenge.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
const pages: LivePage[] = [];
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
afterEach(() => {
  for (const { socket } of pages.splice(0)) socket.close();
});

async function enter(client: ApiClient, sessionId: string): Promise<LivePage> {
  const page = await joinLive(api, client, sessionId);
  pages.push(page);
  return page;
}

describe('a live session', () => {
  it('lets people with a link wait until it has started and somebody lets them in', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api);
    const { client, participantId } = await invite('candidate', { name: 'Noor' });
    const leading = await enter(host, sessionId);
    const waiting = await enter(client, sessionId);
    expect(waiting.joined).toMatchObject({ ok: true, admitted: false, roster: [] });
    expect(await waiting.open('code')).toMatchObject({ ok: false, code: 'forbidden' });
    await waitFor(() => leading.roster()?.find(({ name }) => name === 'Noor'));
    expect(leading.roster()?.map(({ presence }) => presence)).toEqual(['present', 'waiting']);
    // Prepared unseen.
    await leading.open('code');
    expect(await leading.change('code', typing('// prepared\n'))).toEqual({ ok: true });

    await host.post(`${path}/participants/${participantId}/admit`, { admitted: true });
    expect(waiting.heard('live:admitted')).toEqual([]);
    await host.post(`${path}/start`);
    await waitFor(() => waiting.heard('live:admitted').length > 0);
    const inside = await enter(client, sessionId);
    expect(inside.joined).toMatchObject({ ok: true, admitted: true });
    expect(await inside.open('code')).toMatchObject({ ok: true, readOnly: false });
    expect(inside.text()).toContain('// prepared');
    expect(waiting.heard('live:roster')).toEqual([]);
  });

  it('tells interviewers alone of those who were never let in', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api, { open: true });
    const noor = await invite('candidate', { name: 'Noor', admitted: true });
    const mallory = await invite('candidate', { name: 'Mallory' });
    const leading = await enter(host, sessionId);
    const solving = await enter(noor.client, sessionId);
    await enter(mallory.client, sessionId);
    await waitFor(() => leading.roster()?.find(({ presence }) => presence === 'waiting'));
    expect(leading.roster()?.map(({ name }) => name)).toContain('Mallory');
    await host.post(`${path}/participants/${mallory.participantId}/admit`, { admitted: false });
    await waitFor(
      () => leading.roster()?.find(({ name }) => name === 'Mallory')?.presence === 'away',
    );
    const again = await enter(noor.client, sessionId);
    await waitFor(() => solving.roster()?.some(({ connections }) => connections.length === 2));
    expect(JSON.stringify([solving, again].map(({ joined }) => joined))).not.toContain('Mallory');
    expect(JSON.stringify(solving.heard('live:roster'))).not.toContain('Mallory');
  });

  it('is one workspace for all, with every change attributed to its socket', async () => {
    const { host, sessionId, invite } = await prepareSession(api, { open: true });
    const noor = await invite('candidate', { admitted: true });
    const [leading, solving] = [await enter(host, sessionId), await enter(noor.client, sessionId)];
    await Promise.all([leading.open('code'), solving.open('code')]);
    expect(await solving.change('code', typing('// hers\n'), 'AAAA')).toEqual({ ok: true });
    await waitFor(() => leading.text()?.includes('// hers'));
    expect(leading.heard('live:update').at(-1)).toEqual([
      'live:update',
      'code',
      expect.any(String),
      [[solving.joined.ok && solving.joined.connection, 'AAAA']],
    ]);
    expect(await leading.change('code', typing('// his\n'))).toEqual({ ok: true });
    await waitFor(() => solving.text()?.includes('// his'));
    const updates = await listDocumentUpdates(api.db, { sessionId, document: 'code' }, 0);
    const host_ = leading.joined.ok && leading.joined.participantId;
    expect(updates.map(({ author }) => author)).toEqual(['server', noor.participantId, host_]);
  });

  it('shows everybody who is there, observers too, and says where they are by the roster’s names', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api, { open: true });
    const noor = await invite('candidate', { name: 'Noor', admitted: true });
    const sam = await invite('observer', { name: 'Sam', admitted: true });
    const admin = await signIn(api, 'admin');
    // Nobody watches unseen: an admin who is not of the session is not let in.
    expect((await enter(admin, sessionId)).joined).toMatchObject({ ok: false, code: 'forbidden' });
    const member = (await admin.get('/api/me')).body as { id: string };
    await host.post(`${path}/participants`, { role: 'observer', memberId: member.id });
    const solving = await enter(noor.client, sessionId);
    const watching = await enter(sam.client, sessionId);
    await enter(admin, sessionId);
    await waitFor(
      () => solving.roster()?.filter(({ presence }) => presence === 'present').length === 3,
    );
    expect(solving.roster()?.map(({ name, role }) => `${name}: ${role}`)).toEqual([
      'The interviewer: interviewer',
      'Noor: candidate',
      'Sam: observer',
      'The admin: observer',
    ]);
    await Promise.all([solving.open('code'), watching.open('code')]);
    expect(await watching.change('code', typing('x'))).toMatchObject({ code: 'read_only' });
    watching.socket.emit('live:awareness', {
      view: 'code',
      file: 'src/index.ts',
      cursors: ['AAAA'],
    });
    await waitFor(() => solving.awareness().length > 0);
    const connection = watching.joined.ok && watching.joined.connection;
    expect(solving.awareness()).toEqual([
      [connection, { view: 'code', file: 'src/index.ts', cursors: ['AAAA'] }],
    ]);
    expect(solving.roster()?.find(({ name }) => name === 'Sam')?.connections).toEqual([connection]);
    // Somebody who opens later sees where the others are, and nobody stays as a ghost.
    expect((await (await enter(host, sessionId)).open('code')).ok).toBe(true);
    watching.socket.close();
    await waitFor(() => solving.awareness().at(-1)?.[1] === null);
    await waitFor(() => solving.roster()?.find(({ name }) => name === 'Sam')?.presence === 'away');
  });

  it('takes the right to edit and gives it back, and keeps locked files as they are', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api, { open: true });
    const noor = await invite('candidate', { admitted: true });
    const solving = await enter(noor.client, sessionId);
    await solving.open('code');
    const editing = `${path}/participants/${noor.participantId}/editing`;
    expect((await host.put(editing, { frozen: true })).status).toBe(200);
    await waitFor(() => solving.heard('live:reopen').length === 1);
    expect(await solving.change('code', typing('frozen'))).toMatchObject({ code: 'read_only' });
    expect(await solving.open('code')).toMatchObject({ ok: true, readOnly: true });
    await host.put(editing, { frozen: false });
    await waitFor(() => solving.heard('live:reopen').length === 2);

    await host.put(`${path}/locks`, { path: 'README.md', locked: true });
    await waitFor(() => solving.status()?.locked.includes('README.md'));
    const fresh = await enter(noor.client, sessionId);
    await fresh.open('code');
    expect(await fresh.change('code', typing('x', 'README.md'))).toMatchObject({
      code: 'read_only',
      message: 'README.md is locked.',
    });
    const again = await enter(noor.client, sessionId);
    await again.open('code');
    const removal = await again.change('code', (doc) => filesOf(doc).delete('README.md'));
    expect(removal).toMatchObject({ code: 'read_only' });
    const other = await enter(noor.client, sessionId);
    await other.open('code');
    expect(await other.change('code', typing('fine'))).toEqual({ ok: true });
    const leading = await enter(host, sessionId);
    await leading.open('code');
    expect(await leading.change('code', typing('x', 'README.md'))).toEqual({ ok: true });
    expect((await listLiveEvents(api.db, sessionId)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['started', 'admitted', 'frozen', 'unfrozen', 'locked', 'joined']),
    );
  });

  it('gives focus time in which interviewers and observers receive nothing at all', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api, { open: true });
    const noor = await invite('candidate', { admitted: true });
    const sam = await invite('observer', { admitted: true });
    const own = `/api/live/own/${sessionId}/focus`;
    const [leading, watching, solving] = [
      await enter(host, sessionId),
      await enter(sam.client, sessionId),
      await enter(noor.client, sessionId),
    ];
    for (const page of [leading, watching, solving])
      await Promise.all([page.open('code'), page.open('board')]);
    await noor.client.post(`${own}/ask`, { minutes: 5 });
    await waitFor(() => leading.status()?.focusAsked === 5);
    expect((await sam.client.post(`${own}/ask`, { minutes: 5 })).status).toBe(404);
    expect((await host.post(`${path}/focus`, { minutes: 5 })).status).toBe(200);

    const bytesOf = (page: LivePage) => JSON.stringify(page.received);
    const [before, beforeWatching] = [leading.received.length, watching.received.length];
    const said = 'CANARY-focus';
    expect(await solving.change('code', typing(said))).toEqual({ ok: true });
    await solving.change('board', (doc) => doc.getMap('elements').set('e', { id: 'e', said }));
    solving.socket.emit('live:awareness', { view: 'code', file: said, cursors: ['AAAA'] });
    await waitFor(async () => {
      const here = await joinLive(api, noor.client, sessionId);
      const opened = await here.open('code');
      here.socket.close();
      return opened.ok && opened.awareness.length > 0;
    });
    for (const page of [leading, watching]) {
      for (const document of ['code', 'board'] as const)
        expect(await page.open(document)).toMatchObject({ ok: false, code: 'not_now' });
      expect(await page.change('code', typing('peek'))).toMatchObject({ ok: false });
    }
    // Their own notes stay open to them, and tell nothing of where the candidate is.
    expect(await leading.open('notes')).toMatchObject({ ok: true, awareness: [] });
    // Somebody who comes in meanwhile is in no better place.
    const late = await enter(host, sessionId);
    expect(await late.open('code')).toMatchObject({ ok: false, code: 'not_now' });
    const during = [...leading.received.slice(before), ...watching.received.slice(beforeWatching)];
    expect(during.map(([event]) => event)).not.toContain('live:update');
    expect(during.map(([event]) => event)).not.toContain('live:awareness');
    for (const page of [leading, watching, late])
      expect(bytesOf(page)).not.toContain(Buffer.from(said).toString('base64').slice(2, -4));

    await noor.client.post(`${own}/end`);
    await waitFor(() => leading.heard('live:reopen').length > 0);
    expect(await leading.open('code')).toMatchObject({ ok: true });
    expect(leading.text()).toContain(said);

    // A second one ends by the clock.
    await host.post(`${path}/focus`, { minutes: 1 });
    await waitFor(() => watching.status()?.focus !== undefined);
    const reopened = watching.heard('live:reopen').length;
    api.passes(2);
    await waitFor(() => watching.heard('live:reopen').length > reopened);
    expect(watching.status()?.focus).toBeUndefined();
  });

  it('freezes the workspace at its end, and takes everybody but interviewers out of it', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api, { open: true });
    const noor = await invite('candidate', { admitted: true });
    const [leading, solving] = [await enter(host, sessionId), await enter(noor.client, sessionId)];
    await Promise.all([leading.open('code'), leading.open('notes'), solving.open('code')]);
    expect((await host.post(`${path}/end`)).body).toMatchObject({ state: 'ended' });
    await waitFor(() => solving.status()?.state === 'ended');
    await waitFor(() => leading.roster()?.some(({ presence }) => presence === 'away'));
    expect(leading.roster()?.map(({ presence }) => presence)).toEqual(['present', 'away']);
    expect(await solving.change('code', typing('late'))).toMatchObject({ code: 'not_now' });
    expect(await leading.change('code', typing('late'))).toMatchObject({ code: 'read_only' });
    const note = { id: 'n', at: 0, text: 'Strong.' };
    expect(await leading.change('notes', (doc) => doc.getMap('entries').set('n', note))).toEqual({
      ok: true,
    });
    expect((await enter(noor.client, sessionId)).joined).toMatchObject({ code: 'not_now' });
    expect((await host.put(`${path}/locks`, { path: 'a.ts', locked: true })).body).toMatchObject({
      code: 'SESSION_OVER',
    });
    const actions = (await listAudit(api.db, `live:${sessionId}`)).map(({ action }) => action);
    expect(actions).toEqual([
      'live.created',
      'live.started',
      'live.participant_added',
      'live.link_opened',
      'live.admitted',
      'live.ended',
    ]);
  });
});

describe('links and people', () => {
  it('end with a new link and with removal, connections included', async () => {
    const { host, sessionId, path, invite } = await prepareSession(api, { open: true });
    const noor = await invite('candidate', { admitted: true });
    const page = await enter(noor.client, sessionId);
    const cut = new Promise((resolve) => page.socket.once('disconnect', resolve));
    await host.post(`${path}/participants/${noor.participantId}/link`);
    expect(await cut).toBe('io server disconnect');
    expect(page.heard('live:cut')).toMatchObject([['live:cut', { code: 'removed' }]]);
    expect((await noor.client.get(`/api/live/own/${sessionId}`)).status).toBe(401);

    const sam = await invite('observer', { admitted: true });
    const watching = await enter(sam.client, sessionId);
    const gone = new Promise((resolve) => watching.socket.once('disconnect', resolve));
    expect((await host.post(`${path}/participants/${sam.participantId}/remove`)).status).toBe(200);
    expect(await gone).toBe('io server disconnect');
    const token = sam.link.split('/').at(-1);
    expect((await sam.client.post('/api/live/link', { token })).body).toMatchObject({
      code: 'LINK_EXPIRED',
    });
    const { participants } = LiveSession.parse((await host.get(path)).body);
    const first = participants[0]?.id;
    expect((await host.post(`${path}/participants/${first}/remove`)).body).toMatchObject({
      code: 'LAST_INTERVIEWER',
    });
    expect(await api.findText(token ?? 'none')).toEqual([]);
  });

  it('can begin with a challenge in use, and take in members of staff', async () => {
    const host = await signIn(api, 'interviewer');
    const me = (await host.get('/api/me')).body as { id: string };
    await signIn(api, 'reviewer');
    const { body } = await host.get('/api/live/choices');
    const { challenges, staff } = LiveChoices.parse(body);
    expect(challenges.map(({ slug }) => slug)).toEqual(['other', 'sample']);
    expect(staff).toContainEqual({
      memberId: me.id,
      name: 'The interviewer',
      mayLead: true,
      mayWatch: true,
    });
    expect(staff.filter(({ mayLead }) => !mayLead).map(({ name }) => name)).toEqual([
      'The reviewer',
    ]);
  });

  it('are led by their interviewers alone', async () => {
    const { path } = await prepareSession(api);
    const other = await signIn(api, 'interviewer');
    expect((await other.get(path)).status).toBe(404);
    expect((await other.post(`${path}/start`)).status).toBe(404);
    const listed = (await other.get('/api/live/sessions')).body as { total: number };
    expect(listed.total).toBe(0);
    expect((await (await signIn(api, 'admin')).get(path)).status).toBe(200);
  });
});

describe('a session that goes on from a submission', () => {
  it('begins as its files, and is erased with the attempt', async () => {
    const judging = api.judgeWith(async (job) => sampleVerdict(job));
    await judging.ready();
    const attempt = await inviteToAttempt(api, { started: true });
    await attempt.client.put(`${attempt.path}/workspaces/sample`, {
      files: { 'src/index.ts': '// CANARY-handed-in' },
    });
    await attempt.client.post(`${attempt.path}/submissions`, {
      challenge: 'sample',
      suite: 'public',
    });
    const [submission] = (await attempt.client.get(`${attempt.path}/submissions`)).body as {
      id: string;
    }[];
    const from = { kind: 'submission', submissionId: submission?.id };
    const host = await signIn(api, 'interviewer');
    const early = await host.post('/api/live/sessions', { title: 'Early', from });
    expect(early.body).toMatchObject({ code: 'STILL_RUNNING' });
    await attempt.client.post(`${attempt.path}/finish`);
    const { sessionId, path, host: leader } = await prepareSession(api, { from, open: true });
    const leading = await enter(leader, sessionId);
    await leading.open('code');
    expect(leading.text()).toContain('CANARY-handed-in');
    expect((await attempt.client.get(`${attempt.path}/record`)).body).toMatchObject({
      liveSessions: [{ title: 'Rate limiter, together', state: 'open' }],
    });
    const participantId = leading.joined.ok ? leading.joined.participantId : '';
    for (const suite of ['public', 'hidden'] as const) {
      const audience = suite === 'public' ? 'everybody' : 'interviewers';
      const run = { id: crypto.randomUUID(), sessionId, participantId, suite, audience } as const;
      const asked = { kind: 'tests', seed: 1, codeSeq: 1, askedAt: new Date() } as const;
      await insertLiveRun(api.db, { ...run, ...asked });
      await endLiveRun(api.db, run.id, { verdict: sampleVerdict({ suite }) }, new Date());
    }
    const full = await attempt.client.get(`${attempt.path}/record/full`);
    expect(full.body).toMatchObject({
      liveSessions: [{ runs: [{ name: 'The interviewer', run: { suite: 'public', passed: 2 } }] }],
    });
    expect((full.body as FullAttemptRecord).liveSessions[0]?.runs).toHaveLength(1);
    expect(full.text).not.toContain(canaries.hiddenName);
    await waitFor(async () =>
      ((await attempt.client.get(`${attempt.path}/submissions`)).body as { state: string }[]).every(
        ({ state }) => state === 'judged',
      ),
    );
    await judging.close();
    const erase = () => attempt.admin.post(`/api/erasures/${attempt.attemptId}`);
    expect((await erase()).body).toMatchObject({ code: 'STILL_LIVE' });
    await leader.post(`${path}/end`);
    expect((await erase()).status).toBeLessThan(300);
    await waitFor(() => !leading.socket.connected);
    expect((await leader.get(path)).status).toBe(404);
    expect(await listDocumentUpdates(api.db, { sessionId, document: 'code' }, 0)).toEqual([]);
  });
});

describe('prepared files', () => {
  it('are the interviewers’ until they are added, and then everybody’s', async () => {
    const id = crypto.randomUUID();
    const prepared = [{ id, title: 'Incident', files: { 'incident.md': 'CANARY-incident' } }];
    const plan = {
      sections: [{ title: 'CANARY-plan', minutes: 10, questions: ['CANARY-question'] }],
    };
    const { host, sessionId, path, invite } = await prepareSession(api, {
      open: true,
      prepared,
      plan,
    });
    const noor = await invite('candidate', { admitted: true });
    const solving = await enter(noor.client, sessionId);
    await solving.open('code');
    await noor.client.get(`/api/live/own/${sessionId}`);
    await noor.client.get(path);
    const seen = () => JSON.stringify(solving.received) + noor.client.received.join('\n');
    expect(seen()).not.toContain('CANARY');
    expect((await host.post(`${path}/prepared/${id}`)).status).toBe(200);
    await waitFor(() => solving.text('incident.md') === 'CANARY-incident');
    expect(solving.text()).toContain('export const add');
    expect(seen()).not.toContain('CANARY-plan');
  });
});
