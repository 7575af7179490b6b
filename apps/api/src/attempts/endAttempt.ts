import {
  type AttemptRecord,
  type Database,
  type PinnedChallenge,
  type SubmissionRecord,
  listPinnedChallenges,
  lockAttempt,
  recordAudit,
  updateAttempt,
  updatePinnedChallenge,
} from '@assay/db';
import type { Services } from '#services.ts';
import { creditOpenWaits } from '#clock/creditJudge.ts';
import { creditOutages } from '#clock/creditOutages.ts';
import { announceDeadlines, settleTime } from '#clock/giveTime.ts';
import { enqueueSubmission } from '#submissions/enqueueSubmission.ts';
import { isChallengeRunning, isOverdue } from './attemptClock.ts';
import { handIn } from './handIn.ts';

/** What is to end: everything or one challenge by the candidate's hand, or whatever is over by the clock. */
export type Ending = { by: 'candidate'; challenge?: string } | { by: 'deadline' };

/**
 * Ends a running attempt, or challenges of it that have clocks of their own, and hands in what is not handed in
 * yet: each workspace that differs from the last submission against the hidden tests. It is one transaction that
 * waits for every change under way, so that what was acknowledged is in what is frozen. Before something ends by
 * the clock, all time that we owe is given. Says whether anything ended.
 */
export async function endAttempt(
  services: Services,
  attemptId: string,
  ending: Ending,
): Promise<boolean> {
  const { db, announce, now, heart } = services;
  if (ending.by === 'deadline') await heart.check(services);
  const ended = await db.transaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId, 'update');
    if (attempt?.state !== 'running') return undefined;
    const at = now();
    const moved = [
      ...(await creditOutages(tx, attempt, at)),
      ...(await creditOpenWaits(tx, attemptId, at)),
    ];
    const handedIn = await endRunning(tx, attemptId, ending, at);
    return { moved, handedIn };
  });
  if (ended === undefined) return false;
  announceDeadlines(services, attemptId, ended.moved);
  if (ended.handedIn === undefined) return false;
  for (const submission of ended.handedIn) enqueueSubmission(services, submission);
  announce.attemptChanged(attemptId);
  return true;
}

/** Ends what is to end, and answers what was handed in; nothing when nothing has to end. */
async function endRunning(
  tx: Database,
  attemptId: string,
  ending: Ending,
  at: Date,
): Promise<SubmissionRecord[] | undefined> {
  const attempt = await lockAttempt(tx, attemptId, 'update');
  const challenges = await listPinnedChallenges(tx, attemptId);
  if (attempt?.deadline == null) return undefined;
  // The clock is right: a hand-in that comes too late is the deadline's, a deadline that comes too early is none.
  const isWhole = isOverdue(attempt, [], at) || (ending.by === 'candidate' && !ending.challenge);
  const open = challenges.filter(
    (challenge) => challenge.minutes === null || isChallengeRunning(challenge),
  );
  const targets = isWhole ? open : open.filter((challenge) => isTarget(challenge, ending, at));
  if (targets.length === 0 && !isWhole) return undefined;

  const submissions: SubmissionRecord[] = [];
  for (const challenge of targets) {
    const deadline = challenge.deadline ?? attempt.deadline;
    const overdue = deadline <= at;
    const how = {
      sentBy: overdue ? 'deadline' : 'candidate',
      at: overdue ? deadline : at,
    } as const;
    const submission = await handIn(tx, attempt, challenge, how);
    if (submission !== undefined) submissions.push(submission);
    if (challenge.minutes !== null)
      await endChallenge(tx, attempt, challenge, { ...how, submission });
  }
  const ended = new Set(targets.map(({ slug }) => slug));
  const isLast = challenges.every(({ slug, finishedAt }) => finishedAt !== null || ended.has(slug));
  if (isWhole || isLast) await finish(tx, attempt, submissions, at);
  return submissions;
}

function isTarget(challenge: PinnedChallenge, ending: Ending, at: Date): boolean {
  const isOver = challenge.deadline !== null && challenge.deadline <= at;
  return isOver || (ending.by === 'candidate' && ending.challenge === challenge.slug);
}

async function endChallenge(
  tx: Database,
  attempt: AttemptRecord,
  { slug }: PinnedChallenge,
  how: { sentBy: 'candidate' | 'deadline'; at: Date; submission: SubmissionRecord | undefined },
): Promise<void> {
  await updatePinnedChallenge(tx, { attemptId: attempt.id, slug }, { finishedAt: how.at });
  await recordAudit(tx, {
    at: how.at,
    actor: how.sentBy === 'deadline' ? 'system' : `candidate:${attempt.id}`,
    action: 'challenge.finished',
    subject: `attempt:${attempt.id}`,
    detail: { challenge: slug, by: how.sentBy, handedIn: how.submission?.id },
  });
}

async function finish(
  tx: Database,
  attempt: AttemptRecord,
  submissions: SubmissionRecord[],
  at: Date,
): Promise<void> {
  const overdue = isOverdue(attempt, [], at);
  const sentBy = overdue ? 'deadline' : 'candidate';
  const finishedAt = overdue && attempt.deadline ? attempt.deadline : at;
  await updateAttempt(tx, attempt.id, { state: 'finished', finishedAt });
  await settleTime(tx, attempt.id, { at });
  await recordAudit(tx, {
    at,
    actor: sentBy === 'deadline' ? 'system' : `candidate:${attempt.id}`,
    action: 'attempt.finished',
    subject: `attempt:${attempt.id}`,
    detail: { by: sentBy, handedIn: submissions.map(({ id }) => id) },
  });
}
