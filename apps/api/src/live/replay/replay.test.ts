import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveReplay, ReplayUpdates } from '@assay/contracts/http';
import type { NotesEntry, PlanEntry } from '@assay/contracts/live';
import { endLiveRun, insertLiveRun, listAudit } from '@assay/db';
import { readLog } from '@assay/workspace';
import type * as Y from 'yjs';
import type { ApiClient } from '#testing/apiClient.ts';
import { joinLive, prepareSession, typing } from '#testing/livePeople.ts';
import { signIn } from '#testing/people.ts';
import { base, sampleTests } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const put = (entry: NotesEntry | PlanEntry) => (doc: Y.Doc) =>
  doc.getMap('entries').set(entry.id, entry);

async function memberId(client: ApiClient): Promise<string> {
  return ((await client.get('/api/me')).body as { id: string }).id;
}

/** An open session in which the candidate has typed and asked, and the interviewer has noted something. */
async function holdSession() {
  const session = await prepareSession(api, { open: true });
  const noor = await session.invite('candidate', { admitted: true });
  const host = await joinLive(api, session.host, session.sessionId);
  const page = await joinLive(api, noor.client, session.sessionId);
  await page.open('code');
  await page.change('code', typing('// hers\n'));
  const message = { id: crypto.randomUUID(), text: 'May I look it up?' };
  await page.socket.emitWithAck('live:chat', message);
  for (const document of ['notes', 'interviewers'] as const) await host.open(document);
  await host.change('notes', put({ kind: 'note', id: 'a', at: 5, text: 'CANARY-note' }));
  await host.change(
    'interviewers',
    put({ kind: 'section', id: 'b', at: 6, section: 'CANARY-plan' }),
  );
  const runs = [
    await keepRun(session.sessionId, noor.participantId, 'public'),
    await keepRun(session.sessionId, noor.participantId, 'hidden'),
  ];
  const card = { scores: [], recommendation: 'no', summary: 'CANARY-summary' };
  expect((await session.host.put(`${session.path}/scorecard`, card)).status).toBe(200);
  return { ...session, noor, runs, page, hostPage: host };
}

/** A run as the judge leaves it; what its tests are called is a canary where the tests are hidden. */
async function keepRun(sessionId: string, participantId: string, suite: 'public' | 'hidden') {
  const id = crypto.randomUUID();
  const audience = suite === 'hidden' ? 'interviewers' : 'everybody';
  const asked = { id, sessionId, participantId, suite, audience, kind: 'tests' } as const;
  await insertLiveRun(api.db, { ...asked, seed: 1, codeSeq: 2, askedAt: new Date() });
  const [test] = sampleTests(suite);
  if (test === undefined) throw new Error('There is no sample of a test.');
  const tests = [{ ...test, name: `${suite === 'hidden' ? 'CANARY-hidden' : 'shown'} test` }];
  await endLiveRun(api.db, id, { verdict: { ...base, status: 'failed', tests } }, new Date());
  return id;
}

async function readCode(client: ApiClient, path: string) {
  const answer = await client.get(`${path}/replay/code`);
  const { updates } = ReplayUpdates.parse(answer.body);
  return readLog(updates.map(([, , bytes]) => Buffer.from(bytes, 'base64')))['src/index.ts'];
}

describe('the replay of a session', () => {
  it('brings those who lead it the log with authors, chat, visits and their own notes', async () => {
    const { host, path, noor, runs, page, hostPage } = await holdSession();
    const replay = LiveReplay.parse((await host.get(`${path}/replay`)).body);
    expect(replay).toMatchObject({
      leads: true,
      state: 'open',
      messages: [{ participantId: noor.participantId, text: 'May I look it up?' }],
      notes: [{ text: 'CANARY-note' }],
      plan: [{ section: 'CANARY-plan' }],
    });
    expect(replay.runs.map(({ id }) => id)).toEqual(runs);
    expect((await host.get(`${path}/replay/runs/${runs[1]}`)).body).toMatchObject({
      verdict: { tests: [{ name: 'CANARY-hidden test' }] },
    });
    expect(replay.events.map(({ kind }) => kind)).toEqual(['admitted']);
    expect(replay.visits).toContainEqual(
      expect.objectContaining({ participantId: noor.participantId }),
    );
    const { authors, updates, next } = ReplayUpdates.parse(
      (await host.get(`${path}/replay/code`)).body,
    );
    expect([authors, updates.length, next]).toEqual([['server', noor.participantId], 2, undefined]);
    expect(await readCode(host, path)).toMatch(/^\/\/ hers\n/);
    expect((await host.get(`${path}/replay/code?after=1`)).body).toMatchObject({
      authors: [noor.participantId],
    });
    // Another interviewer of the house, who does not lead it.
    const other = await signIn(api, 'interviewer');
    for (const address of ['', '/code', '/board'])
      expect((await other.get(`${path}/replay${address}`)).status).toBe(404);
    expect((await other.get(`${path}/replay-shares`)).status).toBe(404);
    // An admin leads every session, and has no notes in this one.
    const admin = await signIn(api, 'admin');
    expect((await admin.get(`${path}/replay`)).body).toMatchObject({ leads: true, notes: [] });
    for (const { socket } of [page, hostPage]) socket.close();
  });

  it('ends for everybody where a focus time began, until that is over', async () => {
    const { host, path, noor, page, hostPage } = await holdSession();
    await host.post(`${path}/focus`, { minutes: 5 });
    await page.change('code', typing('// CANARY-quiet\n'));
    const during = (await host.get(`${path}/replay/code`)).text;
    expect(await readCode(host, path)).not.toContain('CANARY-quiet');
    expect(during).not.toContain(Buffer.from('CANARY-q').toString('base64').slice(0, 8));
    const replay = LiveReplay.parse((await host.get(`${path}/replay`)).body);
    expect(replay.until).toBe(replay.focus[0]?.from);
    await noor.client.post(`/api/live/own/${path.split('/').at(-1)}/focus/end`);
    expect(await readCode(host, path)).toContain('CANARY-quiet');
    const over = LiveReplay.parse((await host.get(`${path}/replay`)).body);
    expect(over.focus).toEqual([{ from: replay.until, until: expect.any(String) }]);
    for (const { socket } of [page, hostPage]) socket.close();
  });

  it('is shared with a member of staff once it is over, without what interviewers wrote for themselves', async () => {
    const { host, path, sessionId, page, hostPage, noor, runs } = await holdSession();
    const reviewer = await signIn(api, 'reviewer');
    const id = await memberId(reviewer);
    const shares = `${path}/replay-shares`;
    // Who only watched has no recording by that, and nothing of the interviewers' in one that is shared.
    await host.post(`${path}/participants`, { memberId: id, role: 'observer' });
    expect((await reviewer.get(`${path}/replay`)).status).toBe(404);
    const shared = await host.put(`${shares}/${id}`, {});
    expect(shared.body).toMatchObject({ shares: [{ memberId: id }] });
    await host.put(`${shares}/${id}`, {});
    // Nobody watches a session unseen.
    expect((await reviewer.get(`${path}/replay`)).status).toBe(404);
    await host.post(`${path}/end`);
    const seen = [
      await reviewer.get(`${path}/replay`),
      await reviewer.get(`${path}/replay/code`),
      await reviewer.get(`${path}/replay/board`),
      await reviewer.get(`${path}/replay/runs/${runs[0]}`),
    ];
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await reviewer.get(`${path}/replay/runs/${runs[1]}`)).status).toBe(404);
    expect(LiveReplay.parse(seen[0]?.body)).toMatchObject({
      leads: false,
      notes: [],
      plan: [],
      runs: [{ id: runs[0] }],
      messages: [{ text: 'May I look it up?' }],
    });
    expect(await readCode(reviewer, path)).toMatch(/^\/\/ hers\n/);
    for (const { text } of seen) expect(text).not.toContain('CANARY');
    // It opens the recording and nothing else of the session.
    expect((await reviewer.get(shares)).status).toBe(403);
    expect((await reviewer.get(`${path}/scorecards`)).status).toBe(403);
    expect((await reviewer.get(path)).status).toBe(403);

    await host.send('DELETE', `${shares}/${id}`);
    expect((await reviewer.get(`${path}/replay`)).status).toBe(404);
    expect((await reviewer.get(`${path}/replay/code`)).status).toBe(404);
    const audit = await listAudit(api.db, `live:${sessionId}`);
    expect(
      audit
        .filter(({ action }) => action.startsWith('live.replay'))
        .map((line) => [line.action, line.detail]),
    ).toEqual([
      ['live.replay_shared', { memberId: id }],
      ['live.replay_unshared', { memberId: id }],
    ]);
    expect((await noor.client.get(`${path}/replay`)).status).toBe(401);
    for (const { socket } of [page, hostPage]) socket.close();
  });

  it('is shared with nobody by others than those who lead it, nor with authors or strangers', async () => {
    const { host, path } = await prepareSession(api);
    const [other, author] = [await signIn(api, 'interviewer'), await signIn(api, 'author')];
    const [otherId, authorId] = [await memberId(other), await memberId(author)];
    expect((await other.put(`${path}/replay-shares/${otherId}`, {})).status).toBe(404);
    expect((await host.put(`${path}/replay-shares/${authorId}`, {})).status).toBe(404);
    expect((await host.put(`${path}/replay-shares/nobody`, {})).status).toBe(404);
    expect((await host.get(`${path}/replay-shares`)).body).toEqual({ shares: [] });
  });

  it('is gone with an erased session, also for those with whom it was shared', async () => {
    const { host, path } = await prepareSession(api, { open: true });
    const reviewer = await signIn(api, 'reviewer');
    await host.put(`${path}/replay-shares/${await memberId(reviewer)}`, {});
    await host.post(`${path}/end`);
    expect((await reviewer.get(`${path}/replay`)).status).toBe(200);
    expect((await host.send('DELETE', path)).status).toBe(204);
    for (const client of [host, reviewer])
      for (const address of ['', '/code'])
        expect((await client.get(`${path}/replay${address}`)).status).toBe(404);
  });
});
