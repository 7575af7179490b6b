import type { Queues } from '@assay/queue';
import type { Judge } from '@assay/sandbox';
import type { Logger } from 'pino';
import type { ContentPort } from '#content/contentPort.ts';
import { rememberContent } from '#content/rememberContent.ts';
import { judgeSubmission } from '#judging/judgeSubmission.ts';

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
  const consumer = queues.consumeJudge(
    async (job, report) => {
      const from = performance.now();
      const verdict = await judgeSubmission(port, job, report);
      // A job ends only when its verdict is durable: a worker that dies before that is replaced.
      await queues.enqueueVerdict({ submissionId: job.submissionId, verdict });
      const ms = Math.round(performance.now() - from);
      logger.info({ submissionId: job.submissionId, status: verdict.status, ms }, 'Judged');
    },
    { concurrency, profile: judge.profile },
  );
  return {
    ready: () => consumer.ready(),
    close: () => {
      stopping = true;
      return consumer.close();
    },
  };
}
