import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { embedPostgres, type PGlite } from '@assay/pglite';
import type { JudgedChallenge } from '@assay/contracts/challenge';
import type { JudgeJob, JudgeProgress, VerdictJob } from '@assay/contracts/queue';
import { defaultLimits, type TestResult, type Verdict } from '@assay/contracts/verdict';
import { createQueues, pglitePool, type Queues } from '@assay/queue';
import type { Judge } from '@assay/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startWorker, type RunningWorker } from './startWorker.ts';

const challenge: JudgedChallenge = {
  slug: 'orders-api',
  hash: 'a'.repeat(64),
  port: 'http',
  entry: 'src/index.ts',
  limits: defaultLimits,
  tests: { public: {}, hidden: {} },
};

describe('a worker', () => {
  let pglite: PGlite;
  let queues: Queues;
  let worker: RunningWorker | undefined;
  const verdicts: VerdictJob[] = [];
  const progress: JudgeProgress[] = [];
  let logs: { level: number; msg: string }[] = [];

  beforeAll(async () => {
    pglite = await embedPostgres();
    queues = createQueues({ kind: 'postgres', pool: pglitePool(pglite) });
    const recorder = queues.consumeVerdicts(async (job) => void verdicts.push(job));
    const listener = queues.onJudgeProgress((report) => progress.push(report));
    await Promise.all([recorder.ready(), listener.ready()]);
  });
  afterEach(async () => {
    await worker?.close();
    verdicts.length = 0;
    progress.length = 0;
    logs = [];
  });
  afterAll(async () => {
    await queues.close();
    await pglite.close();
  });

  async function work(judge: Judge['judge'], content = async () => challenge): Promise<void> {
    const logger = pino(
      { level: 'info' },
      { write: (line: string) => logs.push(JSON.parse(line) as (typeof logs)[number]) },
    );
    const port: Judge = {
      profile: 'process',
      judge,
      explore: async () => ({ status: 'done', answers: [] }),
      load: () => ({ warm: 1, starting: 0, busy: 0 }),
      close: async () => {},
    };
    worker = startWorker({ queues, judge: port, content, concurrency: 1, logger });
    await worker.ready();
  }

  it('judges a submission with its seed and files, and enqueues the verdict', async () => {
    const job = judgeJob();
    const requests: unknown[] = [];
    await work(async (request) => {
      requests.push(request);
      return passed();
    });
    await queues.enqueueJudge(job);
    await until(() => verdicts.length === 1);
    const { files, suite, seed } = job;
    expect(requests).toEqual([{ challenge, files, suite, seed }]);
    expect(verdicts).toEqual([{ submissionId: job.submissionId, verdict: passed() }]);
  });

  it('runs what nobody keeps by the limits that come with it, and reports the verdict alone', async () => {
    const requests: unknown[] = [];
    await work(async (request) => {
      requests.push(request);
      return passed();
    });
    const reports: unknown[] = [];
    const listener = queues.onPracticeReport((report) => reports.push(report));
    await listener.ready();
    const { submissionId: practiceId, ...job } = judgeJob();
    const limits = { ...defaultLimits, wallMs: 1_234 };
    await queues.enqueuePractice({ ...job, practiceId, suite: 'hidden', limits }, 'last');
    await until(() => reports.length === 1);
    expect(requests).toMatchObject([{ suite: 'hidden', challenge: { ...challenge, limits } }]);
    expect(reports).toEqual([{ practiceId, verdict: passed() }]);
    expect(verdicts).toEqual([]);
    await listener.close();
  });

  it('gives up a submission that three workers died of, in words for operators, and judges what two died of', async () => {
    const jobs = [judgeJob(), judgeJob()] as const;
    for (const [index, job] of jobs.entries()) {
      await queues.enqueueJudge(job);
      // What the queue counts when it finds a job whose consumer has gone.
      await pglite.query('UPDATE bullmq.job SET stalled_count = $1 WHERE id = $2', [
        index + 2,
        job.submissionId,
      ]);
    }
    await work(async (_request, { signal } = {}) =>
      signal?.aborted ? { ...sandboxError(), message: String(signal.reason) } : passed(),
    );
    await until(() => verdicts.length === 2);
    const byJob = new Map(verdicts.map(({ submissionId, verdict }) => [submissionId, verdict]));
    expect(byJob.get(jobs[0].submissionId)).toEqual(passed());
    expect(byJob.get(jobs[1].submissionId)).toEqual({
      ...sandboxError(),
      message: '3 workers died while they were at it.',
    });
    expect(logs.filter(({ level }) => level >= 50)).toMatchObject([
      { msg: 'A submission is given up: workers die of it' },
    ]);
  });

  it('reports a quick run in few reports, and always with its last result', async () => {
    const job = judgeJob();
    await work(async (_request, options) => {
      for (let count = 0; count < 40; count += 1) {
        options?.onTest?.(result(`test ${count}`));
        if (count % 10 === 0) await delay(15);
      }
      return passed();
    });
    await queues.enqueueJudge(job);
    await until(() => progress.at(-1)?.tests.length === 40);
    expect(progress[0]?.tests).toEqual([{ name: 'test 0', suite: 'public', status: 'passed' }]);
    expect(progress.length).toBeLessThanOrEqual(5);
  });

  it('tries a sandbox error once more, and forgets it when that goes well', async () => {
    let runs = 0;
    await work(async () => (++runs === 1 ? sandboxError() : passed()));
    await queues.enqueueJudge(judgeJob());
    await until(() => verdicts.length === 1);
    expect(runs).toBe(2);
    expect(verdicts[0]?.verdict.status).toBe('passed');
    expect(logs.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('gives a second sandbox error as the verdict and tells operators', async () => {
    let runs = 0;
    await work(async () => {
      runs += 1;
      return sandboxError();
    });
    await queues.enqueueJudge(judgeJob());
    await until(() => verdicts.length === 1);
    expect(runs).toBe(2);
    expect(verdicts[0]?.verdict.status).toBe('sandbox_error');
    expect(logs).toContainEqual(expect.objectContaining({ level: 50, errorId: 'E1' }));
  });

  it('tries again later when the challenge cannot be loaded', async () => {
    let asked = 0;
    await work(
      async () => passed(),
      async () => {
        asked += 1;
        if (asked === 1) throw new Error('The API is down.');
        return challenge;
      },
    );
    await queues.enqueueJudge(judgeJob());
    await until(() => verdicts.length === 1);
    expect(asked).toBe(2);
  });

  it('gives up what is cancelled, without a verdict and without another try', async () => {
    const job = judgeJob();
    let runs = 0;
    await work(async (_request, options) => {
      runs += 1;
      if (runs > 1) return passed();
      void queues.cancelJudge(job.submissionId);
      await new Promise((resolve) => options?.signal?.addEventListener('abort', resolve));
      return sandboxError();
    });
    await queues.enqueueJudge(job);
    const next = judgeJob();
    await queues.enqueueJudge(next);
    await until(() => verdicts.length === 1);
    expect(verdicts[0]?.submissionId).toBe(next.submissionId);
    expect(runs).toBe(2);
    expect(logs).toContainEqual(
      expect.objectContaining({ msg: 'Cancelled', submissionId: job.submissionId }),
    );
    expect(logs.filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('leaves a submission to the next worker when its own sandbox is stopped with it', async () => {
    const job = judgeJob();
    const begun = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    await work(async () => {
      begun.resolve();
      await stopped.promise;
      return sandboxError();
    });
    await queues.enqueueJudge(job);
    await begun.promise;
    const closing = worker?.close();
    stopped.resolve();
    await closing;
    expect(verdicts).toEqual([]);

    await work(async () => passed());
    await until(() => verdicts.length === 1);
    expect(verdicts).toEqual([{ submissionId: job.submissionId, verdict: passed() }]);
    expect(logs.filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('finishes what it has begun before it closes', async () => {
    const begun = Promise.withResolvers<void>();
    await work(async () => {
      begun.resolve();
      await delay(100);
      return passed();
    });
    await queues.enqueueJudge(judgeJob());
    await begun.promise;
    await worker?.close();
    await until(() => verdicts.length > 0);
    expect(verdicts[0]?.verdict).toEqual(passed());
  });
});

function judgeJob(): JudgeJob {
  return {
    submissionId: randomUUID(),
    challengeHash: challenge.hash,
    suite: 'public',
    seed: 7,
    files: { 'src/index.ts': 'export {};\n' },
  };
}

function result(name: string): TestResult {
  return {
    name,
    suite: 'public',
    status: 'passed',
    virtualMs: 0,
    cpuMs: 0,
    queries: 0,
    console: [],
  };
}

function base(): Omit<Extract<Verdict, { status: 'passed' }>, 'status'> {
  return {
    version: 1,
    hallmark: '0123456789ab',
    tests: [],
    usage: { cpuMs: 1, wallMs: 1, peakProcessMb: 1 },
    provenance: {
      challenge: { slug: challenge.slug, hash: challenge.hash },
      codeHash: 'c',
      suite: 'public',
      seed: 7,
      runtimeHash: 'r',
      engine: { node: '26', v8: '14', isolatedVm: '7' },
      limits: defaultLimits,
      host: { profile: 'process', judgedAt: '2026-01-01T00:00:00Z' },
    },
  };
}

function passed(): Verdict {
  return { ...base(), status: 'passed' };
}

function sandboxError(): Verdict {
  return { ...base(), status: 'sandbox_error', errorId: 'E1', message: 'The runner fell silent.' };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('It did not happen within 20 s.');
    await delay(5);
  }
}
