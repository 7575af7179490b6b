import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Exploration, ExploreStep } from '@assay/contracts/http';
import { type LiveRun, maxLiveRuns } from '@assay/contracts/live';
import type { LiveRunJob, LiveRunProgress } from '@assay/contracts/queue';
import { insertLiveRun, listAudit } from '@assay/db';
import { filesOf } from '@assay/workspace';
import * as Y from 'yjs';
import { joinLive, type LivePage, prepareSession, typing } from '#testing/livePeople.ts';
import { canaries, sampleChallenge } from '#testing/sampleChallenge.ts';
import { sampleTests, sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

type Answer = { ok: boolean; code?: string; message?: string; run?: LiveRun; runs?: LiveRun[] };
type Raw = { emitWithAck: (...event: unknown[]) => Promise<Answer> };

/** A run that a worker is at: `report` what it has so far, and `end` it. */
type Working = {
  job: LiveRunJob;
  report: (tests: LiveRunProgress['tests']) => void;
  end: (exploration?: Exploration) => void;
};

const web = sampleChallenge('web');
const challenges = [
  sampleChallenge('sample'),
  sampleChallenge('other'),
  { ...web, judged: { ...web.judged, port: 'http' as const } },
];

let api: TestApi;
let session: Awaited<ReturnType<typeof prepareSession>>;
let host: LivePage;
let candidate: LivePage;
let working: Working[] = [];
let worker: ReturnType<TestApi['queues']['consumeJudge']>;
const pages: LivePage[] = [];
beforeAll(async () => {
  api = await startTestApi({ challenges });
  worker = api.queues.consumeJudge(async () => {}, {
    concurrency: 4,
    runTogether: async (job, report) => {
      const { promise, resolve } = Promise.withResolvers<Exploration | undefined>();
      const { liveRunId } = job;
      working.push({
        job,
        report: (tests) => report({ liveRunId, tests }),
        end: (exploration) => resolve(exploration),
      });
      const exploration = await promise;
      const verdict = sampleVerdict({
        suite: job.work.kind === 'tests' ? job.work.suite : 'public',
      });
      await api.queues.enqueueLiveResult({
        liveRunId,
        result: exploration ? { exploration } : { verdict },
      });
    },
  });
  await worker.ready();
});
afterAll(async () => {
  await worker.close();
  await api.close();
});
beforeEach(() => begin({ open: true }));
afterEach(() => {
  for (const { end } of working) end();
});

/** A session of its own with its interviewer and, where it is open, a candidate, who both have the code before them. */
async function begin(options: Parameters<typeof prepareSession>[1]): Promise<void> {
  for (const page of pages.splice(0)) page.socket.close();
  working = [];
  session = await prepareSession(api, options);
  host = await enter(session.host);
  if (options?.open)
    candidate = await enter((await session.invite('candidate', { admitted: true })).client);
}

async function enter(client: Parameters<typeof joinLive>[1]): Promise<LivePage> {
  const page = await joinLive(api, client, session.sessionId);
  pages.push(page);
  await page.open('code');
  return page;
}
const observe = async () => enter((await session.invite('observer', { admitted: true })).client);

const rawOf = ({ socket }: LivePage) => socket as unknown as Raw;
const run = (page: LivePage, suite = 'public', id: unknown = randomUUID()) =>
  rawOf(page).emitWithAck('live:run', { kind: 'tests', id, suite });
const send = (page: LivePage, step: object, after?: object) =>
  rawOf(page).emitWithAck('live:run', { kind: 'requests', id: randomUUID(), step, after });
const list = async (page: LivePage) => {
  const answer = await rawOf(page).emitWithAck('live:runs', {});
  return answer.runs?.map(({ id, state }) => ({ id, state })) ?? answer.code;
};
const result = (page: LivePage, id: string | undefined) =>
  rawOf(page).emitWithAck('live:run_result', id);
const heard = (page: LivePage) => page.heard('live:run').map(([, told]) => told as LiveRun);
const progress = (page: LivePage) => page.heard('live:run_progress').map(([, told]) => told);
const nextJob = async (n = 1): Promise<Working> => {
  await waitFor(() => working.length >= n);
  const found = working[n - 1];
  if (found === undefined) throw new Error('The worker has nothing to do.');
  return found;
};
const isDone = (page: LivePage, id: string | undefined) =>
  heard(page).some((told) => told.id === id && told.state === 'done');

describe('running together', () => {
  it('shows everybody the same, test by test, of the code that the server has', async () => {
    const observer = await observe();
    await candidate.change('code', typing('// the newest\n'));
    const { run: asked } = await run(candidate);
    expect(asked).toMatchObject({ kind: 'tests', suite: 'public', state: 'queued' });
    const job = await nextJob();
    expect(job.job).toMatchObject({
      liveRunId: asked?.id,
      challengeHash: challenges[0]?.judged.hash,
      work: { kind: 'tests', suite: 'public' },
      files: { 'src/index.ts': '// the newest\nexport const add = () => 0;\n' },
    });
    const soFar = [{ name: 'adds one', suite: 'public' as const, status: 'passed' as const }];
    job.report(soFar);
    for (const page of [host, candidate, observer]) {
      await waitFor(() => progress(page).length > 0);
      expect(progress(page)).toEqual([{ id: asked?.id, tests: soFar }]);
      expect(heard(page).map(({ state }) => state)).toEqual(['queued', 'running']);
    }
    job.end();
    for (const page of [host, candidate, observer]) {
      await waitFor(() => isDone(page, asked?.id));
      expect(heard(page).at(-1)).toMatchObject({
        by: candidate.joined.ok && candidate.joined.participantId,
        passed: 2,
        total: 3,
        verdict: {
          status: 'failed',
          tests: [
            { name: 'adds one', console: [{ text: 'hello' }] },
            {},
            { status: 'failed', failure: { message: 'expected 3, received 0' } },
          ],
        },
      });
    }
    // Who comes late, and who lost the answer and asks again.
    const late = await observe();
    expect(await list(late)).toEqual([{ id: asked?.id, state: 'done' }]);
    expect((await result(late, asked?.id)).run).toEqual(heard(host).at(-1));
    expect((await run(candidate, 'public', asked?.id)).run).toMatchObject({ state: 'done' });
    expect(working).toHaveLength(1);
    const { rows } = await api.pglite.query<{ seq: number; files: unknown }>(
      'select code_seq as seq, files from live_runs where id = $1',
      [asked?.id],
    );
    expect(rows).toEqual([{ seq: 2, files: null }]);
  });

  it('goes on one at a time, whoever asks and however many at once', async () => {
    const answers = await Promise.all([run(host), run(candidate), run(host), run(candidate)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const by = answers.find(({ ok }) => ok)?.run?.by;
    const name = host.roster()?.find(({ participantId }) => participantId === by)?.name;
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(answer).toMatchObject({
        code: 'not_now',
        message: `${name} runs the tests at the moment. One run goes on at a time.`,
      });
    (await nextJob()).end();
    await waitFor(() => heard(host).some(({ state }) => state === 'done'));
    expect(await run(host)).toMatchObject({ ok: true });
  });

  it('is cancelled by who asked or an interviewer, and what a worker still says then counts nothing', async () => {
    const observer = await observe();
    const first = (await run(candidate)).run?.id;
    const cancel = (page: LivePage, id: unknown) => rawOf(page).emitWithAck('live:run_cancel', id);
    expect(await cancel(observer, first)).toMatchObject({ code: 'forbidden' });
    const job = await nextJob();
    expect(await cancel(host, first)).toMatchObject({ ok: true, run: { state: 'cancelled' } });
    await waitFor(() => heard(candidate).at(-1)?.state === 'cancelled');
    expect(heard(candidate).at(-1)?.cancelledBy).toBe(host.joined.ok && host.joined.participantId);
    const second = (await run(host)).run?.id;
    job.end();
    expect(await cancel(candidate, second)).toMatchObject({ code: 'forbidden' });
    (await nextJob(2)).end();
    await waitFor(() => isDone(candidate, second));
    expect(await list(candidate)).toEqual([
      { id: second, state: 'done' },
      { id: first, state: 'cancelled' },
    ]);
    expect((await result(host, first)).run).not.toHaveProperty('verdict');
    // Too late: it stays as it is.
    expect(await cancel(host, second)).toMatchObject({ ok: true, run: { state: 'done' } });
  });

  it('is for interviewers and candidates who are in: nobody else runs, and nobody elsewhere hears of it', async () => {
    const observer = await observe();
    const waiting = await enter((await session.invite('candidate')).client);
    expect(await run(observer)).toMatchObject({ code: 'forbidden' });
    expect(await run(waiting)).toMatchObject({ code: 'forbidden' });
    expect(await list(waiting)).toBe('forbidden');
    const id = (await run(host)).run?.id;
    const here = session;
    session = await prepareSession(api, { open: true });
    const stranger = await enter(session.host);
    session = here;
    expect(await list(stranger)).toEqual([]);
    expect(await result(stranger, id)).toMatchObject({ code: 'forbidden' });
    expect(await rawOf(stranger).emitWithAck('live:run_cancel', id)).toMatchObject({ ok: false });
    expect(await run(stranger, 'public', id)).toMatchObject({ code: 'malformed' });
    (await nextJob()).end();
    await waitFor(() => isDone(candidate, id));
    for (const page of [waiting, stranger]) expect(heard(page)).toEqual([]);
  });

  it('refuses what no page sends', async () => {
    const id = randomUUID();
    for (const message of [
      null,
      { kind: 'tests', suite: 'public' },
      { kind: 'tests', id, suite: 'all' },
      { kind: 'tests', id, suite: 'public', files: { 'src/index.ts': 'forged' } },
      { kind: 'requests', id, step: { kind: 'http', method: 'TRACE', path: '/' } },
      { kind: 'requests', id, step: { kind: 'sql', text: 'x' }, after: { id, keep: [-1] } },
    ])
      expect(await rawOf(candidate).emitWithAck('live:run', message)).toMatchObject({
        code: 'malformed',
      });
    expect(await result(candidate, 'x')).toMatchObject({ code: 'malformed' });
    expect(working).toEqual([]);
  });

  it('keeps so many runs of a session, and no more', async () => {
    const by = host.joined.ok ? host.joined.participantId : '';
    await api.pglite.query(
      `insert into live_runs (id, session_id, participant_id, kind, audience, state, seed, code_seq, asked_at)
        select gen_random_uuid(), $1, $2, 'tests', 'everybody', 'done', 1, 1, now()
          from generate_series(1, ${maxLiveRuns})`,
      [session.sessionId, by],
    );
    expect(await run(host)).toMatchObject({ code: 'read_only' });
    const page = await rawOf(candidate).emitWithAck('live:runs', {});
    expect(page).toMatchObject({ ok: true, more: true });
    expect(page.runs).toHaveLength(50);
  });
});

describe('hidden tests', () => {
  it('are run by interviewers, and of it nothing at all reaches a candidate or an observer', async () => {
    const observer = await observe();
    const others = [candidate, observer];
    expect(await run(candidate, 'hidden')).toMatchObject({ code: 'forbidden' });
    const { run: hidden } = await run(host, 'hidden');
    const { job, report, end } = await nextJob();
    expect(job.work).toEqual({ kind: 'tests', suite: 'hidden' });
    // It keeps nobody from running, who would learn of it by that.
    const { run: shared } = await run(candidate);
    expect(shared?.state).toBe('queued');
    report(sampleTests('hidden').map(({ name, suite, status }) => ({ name, suite, status })));
    await waitFor(() => progress(host).length > 0);
    end();
    await waitFor(() => isDone(host, hidden?.id));
    expect(JSON.stringify(heard(host).at(-1))).toContain(canaries.hiddenMessage);
    (await nextJob(2)).end();
    for (const page of others) await waitFor(() => isDone(page, shared?.id));

    // Whoever comes back, and asks by a number that they cannot know.
    const again = await observe();
    const said: unknown[] = [];
    for (const page of [...others, again]) {
      said.push(await list(page), await rawOf(page).emitWithAck('live:runs', {}));
      said.push(await result(page, hidden?.id));
      said.push(await rawOf(page).emitWithAck('live:run_cancel', hidden?.id));
      expect(await list(page)).toEqual([{ id: shared?.id, state: 'done' }]);
      said.push(page.received, page.joined);
    }
    const seen = JSON.stringify(said);
    for (const canary of Object.values(canaries)) expect(seen).not.toContain(canary);
    for (const word of [hidden?.id ?? '', '"hidden"', '"interviewers"'])
      expect(seen).not.toContain(word);
    expect(await list(host)).toHaveLength(2);
    expect(JSON.stringify(await result(host, hidden?.id))).toContain(canaries.hiddenName);
  });

  it('and what is tried before the start stay among interviewers after it, too', async () => {
    await begin({});
    const { run: tried } = await run(host);
    expect(tried?.audience).toBe('interviewers');
    (await nextJob()).end();
    await waitFor(() => isDone(host, tried?.id));
    await session.host.post(`${session.path}/start`);
    const late = await enter((await session.invite('candidate', { admitted: true })).client);
    expect(await list(late)).toEqual([]);
    expect(await result(late, tried?.id)).toMatchObject({ code: 'forbidden' });
    expect(await list(host)).toEqual([{ id: tried?.id, state: 'done' }]);
  });
});

describe('tests on the spot', () => {
  it('run in a session that began blank, which says what it lacks until there is something to run', async () => {
    await begin({ open: true, from: { kind: 'blank' } });
    await host.change('code', (doc) => filesOf(doc).delete('src/index.ts'));
    expect((await run(host)).message).toContain('starts from src/index.ts');
    const add = (path: string, text: string) =>
      host.change('code', (doc) => void filesOf(doc).set(path, new Y.Text(text)));
    await add('src/index.ts', 'export const one = 1;\n');
    expect((await run(host)).message).toContain('There are no tests yet.');
    expect((await run(host, 'hidden')).message).toContain('there are no hidden tests');
    await add('tests/one.test.ts', "it('is one', () => {});\n");
    expect(await run(candidate)).toMatchObject({ ok: true });
    const { job } = await nextJob();
    expect(job).not.toHaveProperty('challengeHash');
    expect(Object.keys(job.files)).toEqual(['src/index.ts', 'tests/one.test.ts']);
  });
});

describe('the shared console', () => {
  const get = (path: string) => ({ kind: 'http', method: 'GET', path, headers: [], body: '' });
  const answered = (path: string): Exploration => ({
    status: 'done',
    answers: [
      {
        kind: 'http',
        response: { status: 200, headers: {}, text: path, length: path.length },
        console: [],
        virtualMs: 0,
        cpuMs: 0,
        queries: 0,
      },
    ],
  });
  const stepsOf = (job: LiveRunJob): ExploreStep[] =>
    job.work.kind === 'requests' ? job.work.steps : [];

  it('shows everybody each request with its answer and who sent it, on top of those before', async () => {
    await begin({ open: true, from: { kind: 'challenge', slug: 'web' } });
    const [hostId, candidateId] = [host, candidate].map(({ joined }) =>
      joined.ok ? joined.participantId : '',
    );
    const { run: first } = await send(candidate, get('/a'));
    (await nextJob()).end(answered('/a'));
    await waitFor(() => isDone(host, first?.id));
    const { run: second } = await send(host, get('/b'), { id: first?.id, keep: [0] });
    expect(stepsOf((await nextJob(2)).job).map((step) => 'path' in step && step.path)).toEqual([
      '/a',
      '/b',
    ]);
    (await nextJob(2)).end(answered('/b'));
    await waitFor(() => isDone(candidate, second?.id));
    expect(heard(candidate).at(-1)).toMatchObject({
      kind: 'requests',
      by: hostId,
      steps: [
        { by: candidateId, step: { path: '/a' } },
        { by: hostId, step: { path: '/b' } },
      ],
      exploration: { answers: [{ response: { text: '/b' } }] },
    });
    const late = await observe();
    const page = await rawOf(late).emitWithAck('live:runs', {});
    expect(page.runs?.map((listed) => listed.kind === 'requests' && listed.steps.length)).toEqual([
      2, 1,
    ]);
    expect((await result(late, second?.id)).run).toEqual(heard(candidate).at(-1));
    // What one leaves out is not sent again; what is not there cannot be gone on from.
    await send(host, get('/c'), { id: second?.id, keep: [1] });
    expect(stepsOf((await nextJob(3)).job)).toEqual([get('/b'), get('/c')]);
    (await nextJob(3)).end(answered('/c'));
    const gone = { id: randomUUID(), keep: [] };
    expect(await send(host, get('/d'), gone)).toMatchObject({ code: 'not_now' });
    expect(await send(host, get('/d'), { id: second?.id, keep: [5] })).toMatchObject({ ok: false });
  });

  it('says what the challenge does not have, and never goes on from what interviewers tried', async () => {
    expect((await send(candidate, get('/'))).message).toContain('no server');
    await begin({ from: { kind: 'challenge', slug: 'web' } });
    const { run: tried } = await send(host, get('/secret'));
    (await nextJob()).end(answered('/secret'));
    await waitFor(() => isDone(host, tried?.id));
    await session.host.post(`${session.path}/start`);
    const after = { id: tried?.id, keep: [0] };
    expect(await send(host, get('/'), after)).toMatchObject({ code: 'not_now' });
  });
});

describe('runs and the course of a session', () => {
  it('are the candidate’s own in a focus time, and for all to read after it', async () => {
    const observer = await observe();
    const before = (await run(host, 'hidden')).run?.id;
    const early = await nextJob();
    await session.host.post(`${session.path}/focus`, { minutes: 5 });
    await waitFor(() => candidate.status()?.focus);
    const own = (await run(candidate)).run?.id;
    const { report, end } = await nextJob(2);
    report([{ name: 'adds one', suite: 'public', status: 'passed' }]);
    end();
    early.end();
    await waitFor(() => isDone(candidate, own));
    await waitFor(async () => {
      const { rows } = await api.pglite.query(
        'select 1 from live_runs where id = $1 and state = $2',
        [before, 'done'],
      );
      return rows.length === 1;
    });
    expect(heard(host).map(({ id }) => id)).not.toContain(own);
    expect(isDone(host, before)).toBe(false);
    expect([...heard(observer), ...progress(observer), ...progress(host)]).toEqual([]);
    for (const page of [host, observer]) {
      expect(await list(page)).toBe('not_now');
      expect(await result(page, own)).toMatchObject({ code: 'not_now' });
    }
    expect(await run(host)).toMatchObject({ code: 'not_now' });
    expect(await run(host, 'hidden')).toMatchObject({ code: 'not_now' });

    api.passes(6);
    await waitFor(() => host.heard('live:reopen').length > 0);
    expect(await list(host)).toBe('unavailable');
    for (const page of [host, observer]) await page.open('code');
    expect(await list(host)).toEqual([
      { id: own, state: 'done' },
      { id: before, state: 'done' },
    ]);
    expect(await list(observer)).toEqual([{ id: own, state: 'done' }]);
  });

  it('are given up at its end, stay for interviewers, and go with the session, out of the queues too', async () => {
    await candidate.change('code', typing('// canary-of-a-run\n'));
    const done = (await run(candidate)).run?.id;
    (await nextJob()).end();
    await waitFor(() => isDone(host, done));
    await candidate.change('code', (doc) => filesOf(doc).get('src/index.ts')?.delete(0, 20));
    const cut = (await run(host)).run?.id;
    const { end } = await nextJob(2);
    await session.host.post(`${session.path}/end`);
    await waitFor(() => heard(host).at(-1)?.state === 'cancelled');
    expect(await list(host)).toEqual([
      { id: cut, state: 'cancelled' },
      { id: done, state: 'done' },
    ]);
    expect(await list(candidate)).not.toEqual(expect.any(Array));
    expect(await run(host)).toMatchObject({ code: 'not_now' });
    end();
    await waitFor(async () => (await api.findText('canary-of-a-run')).length > 0);
    await waitFor(async () => {
      await session.host.send('DELETE', session.path);
      return (await api.findText('canary-of-a-run')).length === 0;
    });
    const { rows } = await api.pglite.query('select 1 from live_runs where session_id = $1', [
      session.sessionId,
    ]);
    expect(rows).toEqual([]);
    expect((await listAudit(api.db, `live:${session.sessionId}`)).length).toBeGreaterThan(0);
  });

  it('go on by a sweep when the process that was asked ended before it told a judge', async () => {
    const id = randomUUID();
    const by = host.joined.ok ? host.joined.participantId : '';
    await insertLiveRun(api.db, {
      id,
      sessionId: session.sessionId,
      participantId: by,
      kind: 'tests',
      suite: 'public',
      audience: 'everybody',
      seed: 1,
      codeSeq: 1,
      files: { 'src/index.ts': '' },
      askedAt: new Date(Date.now() - 60_000),
    });
    const second = await api.restart();
    (await nextJob()).end();
    await waitFor(() => isDone(candidate, id));
    await second.close();
  });
});
