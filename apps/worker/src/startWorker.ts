import type { Queues } from '@assay/queue';
import type { Judge } from '@assay/sandbox';
import type { Logger } from 'pino';
import type { ContentPort } from '#content/contentPort.ts';
import { rememberContent } from '#content/rememberContent.ts';
import { exploreSolution } from '#judging/exploreSolution.ts';
import { judgeSubmission } from '#judging/judgeSubmission.ts';
import { RunningJobs } from '#judging/RunningJobs.ts';

export type RunningWorker = {
  /** Resolves once submissions are taken; rejects when the queue cannot be reached. */
  ready(): Promise<void>;
  /** Takes no more submissions and resolves when the running ones are judged. */
  close(): Promise<void>;
};

/**
 * Judges submissions from the queue, `concurrency` at a time, and enqueues their verdicts. The queues and
 * the judge stay the caller's to close, after the worker.
 */
export function startWorker({
  queues,
  judge,
  content,
  concurrency,
  logger,
}: {
  queues: Queues;
  judge: Judge;
  content: ContentPort;
  concurrency: number;
  logger: Logger;
}): RunningWorker {
  let stopping = false;
  const isStopping = (): boolean => stopping;
  const port = { judge, content: rememberContent(content), logger, isStopping };
  const running = new RunningJobs();
  const consumer = queues.consumeJudge(
    (job, report) =>
      running.run(job.submissionId, async (signal) => {
        const { submissionId } = job;
        const from = performance.now();
        const verdict = await judgeSubmission(port, job, report, signal);
        // Nobody wants a verdict on what was cancelled, and what a killed runner says is none.
        if (signal.aborted) {
          logger.info({ submissionId }, 'Cancelled');
          return;
        }
        // A job ends only when its verdict is durable: a worker that dies before that is replaced.
        await queues.enqueueVerdict({ submissionId, verdict });
        const ms = Math.round(performance.now() - from);
        logger.info({ submissionId, status: verdict.status, ms }, 'Judged');
      }),
    {
      concurrency,
      profile: judge.profile,
      explore: (job, report) =>
        running.run(job.explorationId, async (signal) => {
          const exploration = await exploreSolution(port, job, signal);
          if (exploration !== undefined) report({ explorationId: job.explorationId, exploration });
        }),
      rejudge: ({ rejudgeId, ...job }) =>
        running.run(rejudgeId, async (signal) => {
          const again = { ...job, submissionId: rejudgeId };
          const verdict = await judgeSubmission(port, again, () => {}, signal);
          await queues.enqueueRejudged({ rejudgeId, verdict });
          logger.info({ rejudgeId, status: verdict.status }, 'Judged once more');
        }),
    },
  );
  const cancellations = queues.onJudgeCancelled((id) => running.cancel(id));
  return {
    ready: async () => {
      await Promise.all([consumer.ready(), cancellations.ready()]);
    },
    close: async () => {
      stopping = true;
      await consumer.close();
      await cancellations.close();
    },
  };
}
