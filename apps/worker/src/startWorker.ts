import { DeliverAgain, type Queues } from '@assay/queue';
import type { Judge } from '@assay/sandbox';
import { Registry } from '@assay/telemetry';
import type { Logger } from 'pino';
import type { ContentPort } from '#content/contentPort.ts';
import { rememberContent } from '#content/rememberContent.ts';
import { exploreSolution } from '#judging/exploreSolution.ts';
import { judgeSubmission } from '#judging/judgeSubmission.ts';
import { runTogether } from '#judging/runTogether.ts';
import { RunningJobs } from '#judging/RunningJobs.ts';
import { WorkerMetrics, type WorkKind } from './WorkerMetrics.ts';
import { verify } from '#verifying/verify.ts';

export type RunningWorker = {
  /** Resolves once submissions are taken; rejects when the queue cannot be reached. */
  ready(): Promise<void>;
  /** Takes no more submissions and resolves when the running ones are judged. */
  close(): Promise<void>;
};

/**
 * Judges submissions from the queue, `concurrency` at a time, and verifies challenges, one at a time; enqueues what
 * comes of it. The queues and
 * the judge stay the caller's to close, after the worker.
 */
export function startWorker({
  queues,
  judge,
  content,
  concurrency,
  logger,
  registry = new Registry(),
}: {
  queues: Queues;
  judge: Judge;
  content: ContentPort;
  concurrency: number;
  logger: Logger;
  /** Where it counts; without it nobody can read what it has counted. */
  registry?: Registry;
}): RunningWorker {
  let stopping = false;
  const isStopping = (): boolean => stopping;
  const port = { judge, content: rememberContent(content), logger, isStopping };
  const metrics = new WorkerMetrics(registry, judge, concurrency);
  const jobs = new RunningJobs();
  const run = (kind: WorkKind, id: string, work: (signal: AbortSignal) => Promise<void>) =>
    metrics.measure(kind, () => jobs.run(id, work));
  const consumer = queues.consumeJudge(
    (job, report, deaths) =>
      run('submission', job.submissionId, async (signal) => {
        const { submissionId } = job;
        const from = performance.now();
        const watched = { ...port, deaths, onPhase: metrics.phase.bind(metrics) };
        const verdict = await judgeSubmission(watched, job, report, signal);
        // Nobody wants a verdict on what was cancelled, and what a killed runner says is none.
        if (signal.aborted) {
          logger.info({ submissionId }, 'Cancelled');
          return;
        }
        // A job ends only when its verdict is durable: a worker that dies before that is replaced.
        await queues.enqueueVerdict({ submissionId, verdict });
        metrics.verdict('submission', verdict.status);
        const ms = Math.round(performance.now() - from);
        logger.info({ submissionId, status: verdict.status, ms }, 'Judged');
      }),
    {
      concurrency,
      profile: judge.profile,
      explore: (job, report, deaths) =>
        run('exploration', job.explorationId, async (signal) => {
          const exploration = await exploreSolution({ ...port, deaths }, job, signal);
          if (exploration !== undefined) report({ explorationId: job.explorationId, exploration });
        }),
      practise: ({ practiceId, limits, ...job }, report, deaths) =>
        run('practice', practiceId, async (signal) => {
          const once = { ...job, submissionId: practiceId, ...(limits && { limits }) };
          const verdict = await judgeSubmission({ ...port, deaths }, once, () => {}, signal);
          metrics.verdict('practice', verdict.status);
          if (!signal.aborted) report({ practiceId, verdict });
        }),
      runTogether: (job, report, deaths) =>
        run('live', job.liveRunId, async (signal) => {
          const { liveRunId } = job;
          const result = await runTogether({ ...port, deaths }, job, report, signal);
          if (signal.aborted) return;
          await queues.enqueueLiveResult({ liveRunId, result });
          logger.info({ liveRunId, kind: job.work.kind }, 'Ran for a live session');
        }),
      rejudge: ({ rejudgeId, ...job }, deaths) =>
        run('rejudgement', rejudgeId, async (signal) => {
          const again = { ...job, submissionId: rejudgeId };
          const verdict = await judgeSubmission({ ...port, deaths }, again, () => {}, signal);
          metrics.verdict('rejudgement', verdict.status);
          await queues.enqueueRejudged({ rejudgeId, verdict });
          logger.info({ rejudgeId, status: verdict.status }, 'Judged once more');
        }),
    },
  );
  const stopped = new AbortController();
  const verifier = queues.consumeVerify((job, report) =>
    run('verification', job.verificationId, async (cancelled) => {
      const { verificationId, slug } = job;
      const signal = AbortSignal.any([cancelled, stopped.signal]);
      const verified = await verify(job, judge.profile, report, signal);
      if (verified !== undefined) {
        await queues.enqueueVerified({ verificationId, report: verified });
        logger.info({ verificationId, slug, ok: verified.ok }, 'Verified');
      } else if (!cancelled.aborted)
        throw new DeliverAgain('The worker stops before the verification is done.');
    }),
  );
  const cancellations = [
    queues.onJudgeCancelled((id) => jobs.cancel(id)),
    queues.onVerifyCancelled((id) => jobs.cancel(id)),
  ];
  return {
    ready: async () => {
      await Promise.all([consumer, verifier, ...cancellations].map((each) => each.ready()));
    },
    close: async () => {
      stopping = true;
      stopped.abort();
      await Promise.all([consumer, verifier].map((each) => each.close()));
      await Promise.all(cancellations.map((each) => each.close()));
    },
  };
}
