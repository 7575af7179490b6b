import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { embedPostgres, type PGlite } from '@assay/pglite';
import { type Challenge, loadChallenge } from '@assay/challenges';
import type {
  JudgeProgress,
  LiveRunJob,
  LiveRunProgress,
  LiveRunResult,
  VerdictJob,
} from '@assay/contracts/queue';
import { comparableVerdict } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import { createQueues, pglitePool, type Queues } from '@assay/queue';
import { createJudge, type Judge } from '@assay/sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startWorker, type RunningWorker } from './startWorker.ts';

const folder = fileURLToPath(new URL('../../../challenges/orders-api', import.meta.url));

describe('a worker with the real judge', () => {
  let challenge: Challenge;
  let pglite: PGlite;
  let queues: Queues;
  let judge: Judge;
  let worker: RunningWorker;
  const verdicts: VerdictJob[] = [];
  const progress: JudgeProgress[] = [];
  const results: LiveRunResult[] = [];
  const liveProgress: LiveRunProgress[] = [];

  beforeAll(async () => {
    [challenge, pglite, judge] = await Promise.all([
      loadChallenge(folder),
      embedPostgres(),
      createJudge({ warmRunners: 1, postgresRunners: 0, concurrency: 1 }),
    ]);
    queues = createQueues({ kind: 'postgres', pool: pglitePool(pglite) });
    worker = startWorker({
      queues,
      judge,
      content: async () => challenge.judged,
      concurrency: 1,
      logger: pino({ level: 'error' }),
    });
    const recorder = queues.consumeVerdicts(async (job) => void verdicts.push(job), {
      liveRun: async (job) => void results.push(job),
    });
    const listener = queues.onJudgeProgress((report) => progress.push(report));
    const live = queues.onLiveRunProgress((report) => liveProgress.push(report));
    await Promise.all([worker.ready(), recorder.ready(), listener.ready(), live.ready()]);
  });
  afterAll(async () => {
    await worker.close();
    await judge.close();
    await queues.close();
    await pglite.close();
  });

  async function submit(files: Files): Promise<VerdictJob> {
    const submissionId = randomUUID();
    const { hash } = challenge.judged;
    await queues.enqueueJudge({ submissionId, challengeHash: hash, suite: 'all', seed: 7, files });
    for (;;) {
      const found = verdicts.find((job) => job.submissionId === submissionId);
      if (found) return found;
      await delay(5);
    }
  }

  it('passes the reference, shows each test on the way, and says the same again', async () => {
    const [first, second] = [await submit(challenge.solution), await submit(challenge.solution)];
    expect(first.verdict.status).toBe('passed');
    expect(comparableVerdict(second.verdict)).toBe(comparableVerdict(first.verdict));
    const last = progress.findLast(({ submissionId }) => submissionId === first.submissionId);
    expect(last?.tests).toEqual(
      first.verdict.tests.map(({ name, suite, status }) => ({ name, suite, status })),
    );
  });

  it('fails the starter, and says where code does not compile', async () => {
    expect((await submit(challenge.starter)).verdict.status).toBe('failed');
    const broken = { ...challenge.starter, [challenge.judged.entry]: 'export const = 1;\n' };
    expect((await submit(broken)).verdict).toMatchObject({
      status: 'compile_error',
      diagnostics: [{ file: challenge.judged.entry, line: 1 }],
    });
  });

  async function runLive(job: Omit<LiveRunJob, 'liveRunId' | 'seed'>) {
    const liveRunId = randomUUID();
    await queues.enqueueLiveRun({ liveRunId, seed: 7, ...job });
    for (;;) {
      const found = results.find((result) => result.liveRunId === liveRunId);
      if (found) return { liveRunId, result: found.result };
      await delay(5);
    }
  }

  it('runs the public tests for a live session together with those of its workspace, and hidden ones alone', async () => {
    const own =
      "import { api } from 'world'; it('lists', async () => { expect((await api.get('/nowhere')).status).toBe(404); });";
    const files = { ...challenge.solution, 'tests/own.test.ts': own };
    const at = { challengeHash: challenge.judged.hash, files };
    const shared = await runLive({ ...at, work: { kind: 'tests', suite: 'public' } });
    expect(shared.result).toMatchObject({ verdict: { status: 'passed' } });
    const { tests } = 'verdict' in shared.result ? shared.result.verdict : { tests: [] };
    expect(tests.filter((test) => test.own).map(({ name }) => name)).toEqual(['lists']);
    expect(tests.length).toBeGreaterThan(1);
    const last = liveProgress.findLast(({ liveRunId }) => liveRunId === shared.liveRunId);
    expect(last?.tests.at(-1)).toEqual({
      name: 'lists',
      suite: 'public',
      status: 'passed',
      own: true,
    });
    const hidden = await runLive({ ...at, work: { kind: 'tests', suite: 'hidden' } });
    const alone = 'verdict' in hidden.result ? hidden.result.verdict.tests : [];
    expect(alone.some(({ suite, own: added }) => suite === 'public' || added)).toBe(false);
    expect(alone.length).toBeGreaterThan(0);
  });

  it('runs requests and tests of a workspace that belongs to no challenge', async () => {
    const files = {
      'src/index.ts':
        "import express from 'express'; const app = express(); app.get('/', (req, res) => { res.send('hi'); }); app.listen(3000);",
      'tests/own.test.ts':
        "import { api } from 'world'; it('greets', async () => { expect((await api.get('/')).text).toBe('hi'); });",
    };
    const step = {
      kind: 'http' as const,
      method: 'GET' as const,
      path: '/',
      headers: [],
      body: '',
    };
    const { result } = await runLive({ files, work: { kind: 'requests', steps: [step] } });
    expect(result).toMatchObject({
      exploration: { status: 'done', answers: [{ response: { status: 200, text: 'hi' } }] },
    });
    const tested = await runLive({ files, work: { kind: 'tests', suite: 'public' } });
    expect(tested.result).toMatchObject({
      verdict: { status: 'passed', tests: [{ name: 'greets', own: true }] },
    });
  });
});
