import { isDeepStrictEqual } from 'node:util';
import type { Files } from '@assay/contracts/workspace';
import {
  type Database,
  type SubmissionRecord,
  findLastHidden,
  insertSubmission,
  listPinnedChallenges,
  listWorkspaceUpdates,
  lockAttempt,
  recordAudit,
  updateAttempt,
} from '@assay/db';
import { readLog } from '@assay/workspace';
import type { Services } from '#services.ts';
import { enqueueSubmission } from '#submissions/enqueueSubmission.ts';
import { isOverdue } from './attemptClock.ts';

/**
 * Ends a running attempt, by hand or by the clock, and hands in what is not handed in yet: each workspace that
 * differs from the last submission against the hidden tests. It is one transaction that waits for every
 * change under way, so that what was acknowledged is in what is frozen. Says whether it ended the attempt.
 */
export async function endAttempt(
  services: Services,
  attemptId: string,
  by: 'candidate' | 'deadline',
): Promise<boolean> {
  const { db, announce, now } = services;
  const handedIn = await db.transaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId, 'update');
    if (attempt?.state !== 'running' || attempt.deadline === null) return undefined;
    const overdue = isOverdue(attempt, now());
    // The clock is right: a hand-in that comes too late is the deadline's, a deadline that comes too early is none.
    if (by === 'deadline' && !overdue) return undefined;
    const sentBy = overdue ? 'deadline' : 'candidate';
    const finishedAt = overdue ? attempt.deadline : now();
    const submissions: SubmissionRecord[] = [];
    for (const pinned of await listPinnedChallenges(tx, attemptId)) {
      const files = await readWorkspace(tx, attemptId, pinned.slug);
      const last = await findLastHidden(tx, attemptId, pinned.slug);
      if (last !== undefined && isDeepStrictEqual(sorted(last.files), sorted(files))) continue;
      const submission = await insertSubmission(tx, {
        attemptId,
        challenge: pinned.slug,
        challengeHash: pinned.hash,
        suite: 'hidden',
        sentBy,
        atEnd: true,
        seed: attempt.seed,
        files,
        createdAt: finishedAt,
      });
      if (submission !== undefined) submissions.push(submission);
    }
    await updateAttempt(tx, attemptId, { state: 'finished', finishedAt });
    await recordAudit(tx, {
      at: now(),
      actor: sentBy === 'deadline' ? 'system' : `candidate:${attemptId}`,
      action: 'attempt.finished',
      subject: `attempt:${attemptId}`,
      detail: { by: sentBy, handedIn: submissions.map(({ id }) => id) },
    });
    return submissions;
  });
  if (handedIn === undefined) return false;
  for (const submission of handedIn) enqueueSubmission(services, submission);
  announce.attemptChanged(attemptId);
  return true;
}

/** The files as the log has them in this transaction. */
async function readWorkspace(tx: Database, attemptId: string, challenge: string): Promise<Files> {
  const updates = await listWorkspaceUpdates(tx, { attemptId, challenge }, 0);
  return readLog(updates.map(({ bytes }) => bytes));
}

const sorted = (files: Files) => Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
