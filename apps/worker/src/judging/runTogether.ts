import { blankChallenge } from '@assay/contracts/challenge';
import type { Exploration } from '@assay/contracts/http';
import type { LiveRunJob, LiveRunProgress, LiveRunResult } from '@assay/contracts/queue';
import { DeliverAgain } from '@assay/queue';
import type { Judge } from '@assay/sandbox';
import type { Logger } from 'pino';
import type { ContentPort } from '#content/contentPort.ts';
import { exploreSolution } from './exploreSolution.ts';
import { judgeSubmission } from './judgeSubmission.ts';

type Port = {
  judge: Judge;
  content: ContentPort;
  logger: Logger;
  isStopping: () => boolean;
  /** Of workers that were at it. */
  deaths: number;
};

/** Runs what people in a live session asked for; what it answers once `signal` is aborted means nothing. */
export async function runTogether(
  port: Port,
  { liveRunId, challengeHash, work, files, seed }: LiveRunJob,
  report: (progress: LiveRunProgress) => void,
  signal: AbortSignal,
): Promise<LiveRunResult['result']> {
  // Its name is never looked up: the content of a workspace without a challenge is nobody's.
  const job = { files, seed, challengeHash: challengeHash ?? '' };
  const content: ContentPort =
    challengeHash === undefined
      ? async () => blankChallenge(files) ?? Promise.reject(new Error('There is nothing to run.'))
      : port.content;
  if (work.kind === 'tests') {
    const run = { ...job, submissionId: liveRunId, suite: work.suite, ownTests: true as const };
    const verdict = await judgeSubmission(
      { ...port, content },
      run,
      ({ tests }) => report({ liveRunId, tests }),
      signal,
    );
    return { verdict };
  }
  const tried = { ...job, explorationId: liveRunId, steps: work.steps };
  const exploration = await exploreSolution({ ...port, content }, tried, signal);
  if (exploration === undefined && port.isStopping() && !signal.aborted)
    throw new DeliverAgain('The worker stops, and took its sandbox with it.');
  return { exploration: exploration ?? failed };
}

/** Operators read why. */
const failed: Exploration = {
  status: 'stopped',
  message: 'We could not run this, and it is our fault. Send it once more.',
  answers: [],
};
