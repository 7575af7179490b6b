import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { embedPostgres, type PGlite } from '@assay/pglite';
import { type Challenge, loadChallenge } from '@assay/challenges';
import type { JudgeProgress, VerdictJob } from '@assay/contracts/queue';
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
    const recorder = queues.consumeVerdicts(async (job) => void verdicts.push(job));
    const listener = queues.onJudgeProgress((report) => progress.push(report));
    await Promise.all([worker.ready(), recorder.ready(), listener.ready()]);
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
});
