import { setTimeout as delay } from 'node:timers/promises';
import type { JudgeJob, JudgeProgress } from '@assay/contracts/queue';
import type { Limits, Verdict } from '@assay/contracts/verdict';
import { DeliverAgain } from '@assay/queue';
import type { Judge, JudgePhase } from '@assay/sandbox';
import type { Logger } from 'pino';
import type { ContentPort } from '#content/contentPort.ts';
import { coalesceProgress } from './coalesceProgress.ts';

/**
 * The pause before the second try, ms. Whoever stops a service often signals all of its processes, so a
 * runner may be seen to die just before the signal to this process is.
 */
const secondTryAfterMs = 250;

/** Workers that may die while they are at one job. By then it is likely to be what kills them, and is given up. */
const deathsPerJob = 3;
/**
 * What a worker died of waits by lot before it is run, ms at most: jobs that were in one worker come back at the same time,
 * and one that does no harm should be done before the other does it again.
 */
const apartMs = 1_000;

/**
 * Judges one submission and reports results as they come. A `sandbox_error` is our fault, so it gets a
 * second try on a fresh runner; when that fails too it is the verdict, and operators read of it.
 * While this process stops, it is no verdict: throws `DeliverAgain`, so that another worker judges it.
 * So is a job that so many workers died of, without another try. What it says once `signal` is aborted means nothing. Rejects when the challenge cannot be loaded.
 * `limits` take the place of the challenge's own; with `ownTests` those in the workspace run, too.
 */
export async function judgeSubmission(
  {
    judge,
    content,
    logger,
    isStopping,
    onPhase,
    deaths,
  }: {
    judge: Judge;
    content: ContentPort;
    logger: Logger;
    isStopping: () => boolean;
    onPhase?: (phase: JudgePhase, ms: number) => void;
    /** Of workers that were at it. */
    deaths: number;
  },
  job: JudgeJob & { limits?: Limits; ownTests?: true },
  report: (progress: JudgeProgress) => void,
  signal: AbortSignal,
): Promise<Verdict> {
  const { submissionId, files, suite, seed } = job;
  const known = await content(job.challengeHash);
  const challenge = { ...known, ...(job.limits && { limits: job.limits }) };

  if (deaths >= deathsPerJob) {
    const reason = `${deaths} workers died while they were at it.`;
    const givenUp = AbortSignal.abort(reason);
    const verdict = await judge.judge({ challenge, files, suite, seed }, { signal: givenUp });
    logger.error({ submissionId, reason }, 'A submission is given up: workers die of it');
    return verdict;
  }

  if (deaths > 0) await delay(Math.random() * apartMs);

  async function run(): Promise<Verdict> {
    const progress = coalesceProgress(submissionId, report);
    try {
      return await judge.judge(
        { challenge, files, suite, seed, ...(job.ownTests && { ownTests: job.ownTests }) },
        { onTest: progress.onTest, signal, ...(onPhase && { onPhase }) },
      );
    } finally {
      progress.flush();
    }
  }

  const first = await run();
  if (first.status !== 'sandbox_error' || signal.aborted) return first;
  await delay(secondTryAfterMs);
  if (isStopping()) throw new DeliverAgain('The worker stops, and took its sandbox with it.');
  logger.warn({ submissionId, ...cause(first) }, 'The sandbox failed; trying once more');
  const second = await run();
  if (second.status === 'sandbox_error' && !signal.aborted) {
    if (isStopping()) throw new DeliverAgain('The worker stops, and took its sandbox with it.');
    logger.error({ submissionId, ...cause(second) }, 'The sandbox failed twice on one submission');
  }
  return second;
}

function cause({ errorId, message }: Extract<Verdict, { status: 'sandbox_error' }>): {
  errorId: string;
  message: string;
} {
  return { errorId, message };
}
