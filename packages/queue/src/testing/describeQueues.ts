import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { defaultLimits, type Verdict } from '@assay/contracts/verdict';
import type {
  ExploreReport,
  JudgeJob,
  JudgeProgress,
  PracticeJob,
  RejudgedJob,
  RejudgeJob,
} from '@assay/contracts/queue';
import { currentIds, withIds } from '@assay/telemetry';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createQueues } from '#createQueues.ts';
import type { QueueConnection } from '#queueConnection.ts';
import type { Consumer, JobFailure, Queues } from '#queues.ts';
import { describeTurns } from './describeTurns.ts';

/** What every back end must do, as tests over a connection to it. */
export function describeQueues(
  title: string,
  open: () => Promise<{ connection: QueueConnection; close(): Promise<void> }>,
): void {
  // oxlint-disable-next-line jest/valid-title -- each back end brings its own
  describe(title, () => {
    let backend: Awaited<ReturnType<typeof open>>;
    let queues: Queues;
    let consumers: Consumer[] = [];
    const failures: (JobFailure & { message: string })[] = [];

    beforeAll(async () => {
      backend = await open();
      queues = createQueues(backend.connection, {
        onError: (error, failure) => {
          if (failure) failures.push({ ...failure, message: error.message });
        },
      });
    });
    afterEach(async () => {
      await Promise.all(consumers.map((consumer) => consumer.close()));
      consumers = [];
      failures.length = 0;
    });
    afterAll(async () => {
      await queues.close();
      await backend.close();
    });

    async function started(consumer: Consumer): Promise<Consumer> {
      consumers.push(consumer);
      await consumer.ready();
      return consumer;
    }

    it('hands the ids of the work that sent a job to the work that it starts, and on from there', async () => {
      const judge = Promise.withResolvers<unknown>();
      const recorded = Promise.withResolvers<unknown>();
      await started(queues.consumeVerdicts(async () => recorded.resolve(currentIds())));
      await started(
        queues.consumeJudge(
          async ({ submissionId }) => {
            judge.resolve(currentIds());
            await queues.enqueueVerdict({ submissionId, verdict: verdict('again') });
          },
          { concurrency: 1 },
        ),
      );
      const job = judgeJob();
      const ids = { requestId: randomUUID(), attemptId: 'a', submissionId: job.submissionId };
      await withIds(ids, () => queues.enqueueJudge(job));
      expect(await judge.promise).toEqual(ids);
      expect(await recorded.promise).toEqual(ids);
      expect(currentIds()).toEqual({});
    });

    it('counts what waits, what is worked on, and how long the next one has waited', async () => {
      const measured = async () =>
        (await queues.measure()).find(({ queue }) => queue === 'rejudged');
      expect(await measured()).toMatchObject({ jobs: { waiting: 0, active: 0 }, oldestS: 0 });
      const rejudged = () => ({ rejudgeId: randomUUID(), verdict: verdict('again') });
      await queues.enqueueRejudged(rejudged());
      await delay(50);
      await queues.enqueueRejudged(rejudged());
      expect(await measured()).toMatchObject({ jobs: { waiting: 2, active: 0 } });
      // The clock of the database server may be a few ms off.
      expect((await measured())?.oldestS).toBeGreaterThan(0.01);

      const working = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      let done = 0;
      await started(
        queues.consumeRejudged(async () => {
          working.resolve();
          await go.promise;
          done += 1;
        }),
      );
      await working.promise;
      expect(await measured()).toMatchObject({ jobs: { waiting: 1, active: 1 } });
      go.resolve();
      while (done < 2) await delay(5);
    });

    it('delivers a judge job as it was enqueued, and a verdict back', async () => {
      const judged: JudgeJob[] = [];
      const recorded = Promise.withResolvers<string>();
      await started(queues.consumeVerdicts(async (job) => recorded.resolve(job.submissionId)));
      await started(
        queues.consumeJudge(
          async (job) => {
            judged.push(job);
            await queues.enqueueVerdict({
              submissionId: job.submissionId,
              verdict: verdict('fine'),
            });
          },
          { concurrency: 2 },
        ),
      );
      const job = judgeJob();
      await queues.enqueueJudge(job);
      expect(await recorded.promise).toBe(job.submissionId);
      expect(judged).toEqual([job]);
    });

    it('forgets what is judged, and what explorations answered', async () => {
      const answered = Promise.withResolvers<void>();
      const recorded = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const waiting = [...recorded];
      await started(queues.consumeVerdicts(async () => waiting.shift()?.resolve()));
      await started(queues.onExploreReport(() => answered.resolve()));
      await started(
        queues.consumeJudge(
          async ({ submissionId }) =>
            queues.enqueueVerdict({ submissionId, verdict: verdict('fine') }),
          {
            concurrency: 1,
            explore: async ({ explorationId }, report) =>
              report({ explorationId, exploration: { status: 'done', answers: [] } }),
          },
        ),
      );
      const job = judgeJob();
      await queues.enqueueJudge(job);
      await recorded[0]?.promise;
      await queues.enqueueExplore({
        explorationId: randomUUID(),
        challengeHash: job.challengeHash,
        seed: 1,
        files: job.files,
        steps: [{ kind: 'sql', text: 'select 1' }],
      });
      await answered.promise;
      const again = recorded[1]?.promise.then(() => true);
      // What a consumer has not yet put down stays; otherwise the id is free again, which it would not be for an hour.
      for (let isJudged: unknown; !isJudged; isJudged = await Promise.race([again, delay(200)])) {
        await queues.forget({ submissionIds: [job.submissionId], rejudgeIds: [randomUUID()] });
        await queues.enqueueJudge(job);
      }
      expect(waiting).toEqual([]);
    });

    it('carries files with characters that PostgreSQL cannot store', async () => {
      const job = {
        ...judgeJob(),
        files: { 'src/index.ts': 'const nul = "\u0000", half = "\ud800";' },
      };
      const judged = Promise.withResolvers<JudgeJob>();
      await started(
        queues.consumeJudge(async (received) => judged.resolve(received), { concurrency: 1 }),
      );
      await queues.enqueueJudge(job);
      expect(await judged.promise).toEqual(job);
    });

    it('judges a submission once, however often it is enqueued, also after it was judged', async () => {
      const job = judgeJob();
      const marker = judgeJob();
      const judged: string[] = [];
      await Promise.all([queues.enqueueJudge(job), queues.enqueueJudge(job)]);
      await started(
        queues.consumeJudge(async ({ submissionId }) => void judged.push(submissionId), {
          concurrency: 1,
        }),
      );
      await until(() => judged.length > 0);
      await queues.enqueueJudge(job);
      await queues.enqueueJudge(marker);
      await until(() => judged.includes(marker.submissionId));
      expect(judged).toEqual([job.submissionId, marker.submissionId]);
    });

    it('judges submissions first, then copies, and then what is to be judged once more', async () => {
      const again: RejudgeJob = {
        kind: 'rejudge',
        rejudgeId: randomUUID(),
        challengeHash: 'a'.repeat(64),
        suite: 'hidden',
        seed: 7,
        limits: defaultLimits,
        files: { 'a.ts': '' },
      };
      const jobs = [judgeJob(), judgeJob()];
      const copy: PracticeJob = {
        practiceId: randomUUID(),
        challengeHash: 'a'.repeat(64),
        suite: 'hidden',
        seed: 7,
        limits: { ...defaultLimits, wallMs: 1_234 },
        files: {},
      };
      await queues.enqueueRejudge(again);
      await queues.enqueueRejudge(again);
      await queues.enqueuePractice(copy, 'last');
      for (const job of jobs) await queues.enqueueJudge(job);
      const judged: string[] = [];
      const rejudged: RejudgedJob[] = [];
      await started(queues.consumeRejudged(async (job) => void rejudged.push(job)));
      await started(
        queues.consumeJudge(async ({ submissionId }) => void judged.push(submissionId), {
          concurrency: 1,
          rejudge: async (job) => {
            expect(job).toEqual(again);
            judged.push(job.rejudgeId);
            await queues.enqueueRejudged({ rejudgeId: job.rejudgeId, verdict: verdict('fine') });
          },
          practise: async (job) => {
            expect(job).toEqual(copy);
            judged.push(job.practiceId);
          },
        }),
      );
      await until(() => rejudged.length > 0 && judged.length === 4);
      const last = [copy.practiceId, again.rejudgeId];
      expect(judged).toEqual([...jobs.map(({ submissionId }) => submissionId), ...last]);
      expect(rejudged).toEqual([{ rejudgeId: again.rejudgeId, verdict: verdict('fine') }]);
    });

    it('delivers a job again when its handler fails, and says so', async () => {
      const job = judgeJob();
      let deliveries = 0;
      await started(
        queues.consumeJudge(
          async () => {
            deliveries += 1;
            if (deliveries < 3) throw new Error(`no content \u0000 ${deliveries}`);
          },
          { concurrency: 1 },
        ),
      );
      await queues.enqueueJudge(job);
      await until(() => deliveries === 3);
      expect(failures).toEqual([
        {
          queue: 'judge',
          jobId: job.submissionId,
          attempt: 1,
          final: false,
          message: 'no content \u0000 1',
        },
        {
          queue: 'judge',
          jobId: job.submissionId,
          attempt: 2,
          final: false,
          message: 'no content \u0000 2',
        },
      ]);
    });

    it('gives up a job that does not fit its contract, and goes on with the next', async () => {
      const broken = { ...judgeJob(), seed: 'seven' } as unknown as JudgeJob;
      const good = judgeJob();
      const judged: string[] = [];
      await started(
        queues.consumeJudge(async ({ submissionId }) => void judged.push(submissionId), {
          concurrency: 1,
        }),
      );
      await queues.enqueueJudge(broken);
      await queues.enqueueJudge(good);
      await until(() => judged.length > 0);
      expect(judged).toEqual([good.submissionId]);
      expect(failures).toEqual([
        expect.objectContaining({ jobId: broken.submissionId, attempt: 1, final: true }),
      ]);
      expect(failures[0]?.message).toContain('seed');
    });

    it('takes a cancelled job from the queue, or tells whoever works on it', async () => {
      const cancelled: string[] = [];
      await started(queues.onJudgeCancelled((id) => cancelled.push(id)));
      const [waiting, running, last] = [judgeJob(), judgeJob(), judgeJob()];
      await queues.enqueueJudge(waiting);
      await queues.cancelJudge(waiting.submissionId);
      const begun: string[] = [];
      const go = Promise.withResolvers<void>();
      await started(
        queues.consumeJudge(
          async ({ submissionId }) => {
            begun.push(submissionId);
            if (submissionId === running.submissionId) await go.promise;
          },
          { concurrency: 1 },
        ),
      );
      await queues.enqueueJudge(running);
      await until(() => begun.length > 0);
      await queues.cancelJudge(running.submissionId);
      await until(() => cancelled.length > 0);
      go.resolve();
      await queues.enqueueJudge(last);
      await until(() => begun.includes(last.submissionId));
      expect(begun).toEqual([running.submissionId, last.submissionId]);
      expect(cancelled).toEqual([running.submissionId]);
    });

    it('carries explorations and what came of them beside the runs', async () => {
      const reports: ExploreReport[] = [];
      const progress: JudgeProgress[] = [];
      await started(queues.onExploreReport((report) => reports.push(report)));
      await started(queues.onJudgeProgress((report) => progress.push(report)));
      const exploration: ExploreReport['exploration'] = {
        status: 'stopped',
        message: '\u0000 \ud800',
        answers: [],
      };
      await started(
        queues.consumeJudge(
          async ({ submissionId }, report) => report(progressOf(submissionId, 1)),
          {
            concurrency: 1,
            explore: async ({ explorationId }, report) => report({ explorationId, exploration }),
          },
        ),
      );
      const { submissionId, suite: _suite, ...job } = judgeJob();
      const explore = {
        ...job,
        explorationId: submissionId,
        steps: [{ kind: 'sql' as const, text: 'x' }],
      };
      await queues.enqueueExplore(explore);
      await until(() => reports.length > 0);
      await queues.enqueueJudge(judgeJob());
      await until(() => progress.length > 0);
      expect(reports).toEqual([{ explorationId: submissionId, exploration }]);
      expect(progress).toHaveLength(1);
    });

    it('shows the progress of a job to every listener, in order and to the last report', async () => {
      const other = createQueues(backend.connection);
      try {
        const seen: Record<'here' | 'there', JudgeProgress[]> = { here: [], there: [] };
        await started(queues.onJudgeProgress((progress) => seen.here.push(progress)));
        await started(other.onJudgeProgress((progress) => seen.there.push(progress)));
        const job = judgeJob();
        await started(
          queues.consumeJudge(
            async ({ submissionId }, report) => {
              for (let count = 1; count <= 5; count += 1) {
                report(progressOf(submissionId, count));
                await delay(5);
              }
            },
            { concurrency: 1 },
          ),
        );
        await queues.enqueueJudge(job);
        await until(() => [seen.here, seen.there].every((list) => list.at(-1)?.tests.length === 5));
        for (const list of [seen.here, seen.there]) {
          const counts = list.map(({ tests }) => tests.length);
          expect(counts).toEqual(counts.toSorted((a, b) => a - b));
          expect(list[0]?.submissionId).toBe(job.submissionId);
        }
      } finally {
        await other.close();
      }
    });

    it('carries a verification apart from submissions, tells how far it is, and gives it up', async () => {
      const verificationId = randomUUID();
      const report = { slug: 'doubling', title: 'Doubling', hash: 'h', ok: true, rows: [] };
      const told: string[] = [];
      const cancelled = Promise.withResolvers<string>();
      const verified = Promise.withResolvers<unknown>();
      await started(queues.onVerifyProgress(({ step }) => told.push(step?.check ?? '')));
      await started(queues.onVerifyCancelled(cancelled.resolve));
      await started(queues.consumeVerified(async (job) => verified.resolve(job)));
      await started(
        queues.consumeVerify(async ({ verificationId: id }, tell) => {
          tell({ verificationId: id, rows: [], step: { check: 'mutation', done: 1, total: 2 } });
          await cancelled.promise;
          await queues.enqueueVerified({ verificationId: id, report });
        }),
      );
      const files = { 'README.md': '' };
      await queues.enqueueVerify({ verificationId, slug: 'doubling', hash: 'h', files });
      await until(() => told.includes('mutation'));
      await queues.cancelVerify(verificationId);
      expect(await cancelled.promise).toBe(verificationId);
      expect(await verified.promise).toEqual({ verificationId, report });
    });

    it('wakes the deadline at its time, once, and at once when it is past', async () => {
      const fired: { attemptId: string; at: number }[] = [];
      await started(
        queues.consumeDeadlines(
          async (attemptId) => void fired.push({ attemptId, at: Date.now() }),
        ),
      );
      const [soon, past] = [randomUUID(), randomUUID()];
      const at = new Date(Date.now() + 400);
      await Promise.all([queues.scheduleDeadline(soon, at), queues.scheduleDeadline(soon, at)]);
      await queues.scheduleDeadline(past, new Date(Date.now() - 60_000));
      await until(() => fired.length === 2);
      await queues.scheduleDeadline(soon, at);
      await delay(100);
      expect(fired.map(({ attemptId }) => attemptId)).toEqual([past, soon]);
      expect(fired[1]?.at).toBeGreaterThanOrEqual(at.getTime());
      expect(fired[1]?.at).toBeLessThan(at.getTime() + 300);
    });

    it('lets a running job end before its consumer closes', async () => {
      const begun = Promise.withResolvers<void>();
      let ended = false;
      const consumer = await started(
        queues.consumeJudge(
          async () => {
            begun.resolve();
            await delay(100);
            ended = true;
          },
          { concurrency: 1 },
        ),
      );
      await queues.enqueueJudge(judgeJob());
      await begun.promise;
      await consumer.close();
      expect(ended).toBe(true);
    });

    it('takes single-digit milliseconds from enqueueing to the handler', async () => {
      const times: number[] = [];
      let arrived = Promise.withResolvers<void>();
      await started(queues.consumeJudge(async () => arrived.resolve(), { concurrency: 1 }));
      for (let run = 0; run < 30; run += 1) {
        arrived = Promise.withResolvers<void>();
        const from = performance.now();
        await queues.enqueueJudge(judgeJob());
        await arrived.promise;
        times.push(performance.now() - from);
        await delay(10);
      }
      times.sort((a, b) => a - b);
      // What it takes undisturbed; the rest is up to what else the machine does, but never a poll's pause.
      expect(times[0]).toBeLessThan(10);
      expect(times[15]).toBeLessThan(200);
    });

    describeTurns({ queues: () => queues, started });
  });
}

function judgeJob(): JudgeJob {
  return {
    submissionId: randomUUID(),
    challengeHash: 'a'.repeat(64),
    suite: 'public',
    seed: 7,
    files: { 'src/index.ts': 'export const answer = 42;\n' },
  };
}

function progressOf(submissionId: string, count: number): JudgeProgress {
  const tests = Array.from({ length: count }, (_, index) => ({
    name: `test ${index}`,
    suite: 'public' as const,
    status: 'passed' as const,
  }));
  return { submissionId, tests };
}

function verdict(message: string): Verdict {
  return {
    version: 1,
    hallmark: '0123456789ab',
    tests: [],
    usage: { cpuMs: 1, wallMs: 1, peakProcessMb: 1 },
    provenance: {
      challenge: { slug: 'orders-api', hash: 'a'.repeat(64) },
      codeHash: 'c',
      suite: 'public',
      seed: 7,
      runtimeHash: 'r',
      engine: { node: '26', v8: '14', isolatedVm: '7' },
      limits: defaultLimits,
      host: { profile: 'process', judgedAt: '2026-01-01T00:00:00Z' },
    },
    status: 'crashed',
    during: { phase: 'load' },
    message,
  };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline)
      throw new Error('What the test waits for did not happen within 20 s.');
    await delay(5);
  }
}
