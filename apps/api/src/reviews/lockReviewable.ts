import type { Member } from '@assay/contracts/http';
import { type AttemptRecord, type Database, findInReviewQueue, lockAttempt } from '@assay/db';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';
import { loadJudgements } from './gradeAttempt.ts';
import { reviewSight, viewOf } from './reviewSight.ts';

type Reviewable = {
  ok: true;
  attempt: AttemptRecord;
  queued: NonNullable<Awaited<ReturnType<typeof findInReviewQueue>>>;
};

/** An attempt of which somebody's own review may still be written, kept for this transaction; or why it may not. */
export async function lockReviewable(
  tx: Database,
  attemptId: string,
  { member, at }: { member: Member; at: Date },
): Promise<Reviewable | Refusal> {
  const attempt = await lockAttempt(tx, attemptId, 'update');
  if (attempt === undefined) return notFound;
  if (attempt.erasedAt !== null) return erased;
  if (attempt.state === 'withdrawn') return withdrawn;
  const queued = await findInReviewQueue(tx, attemptId, viewOf(member, at));
  if (queued === undefined) return notFound;
  if (queued.reviews.own === 'submitted') return alreadySubmitted;
  const before = (await loadJudgements(tx, [attemptId]))(attemptId);
  // Who may see what others graded, or what came of it, cannot judge independently any more.
  if (before.decisions.length > 0 || reviewSight(member, queued.reviews).grades) return closed;
  return { ok: true, attempt, queued };
}

const erased = refusal(
  'ERASED',
  409,
  'The work of this attempt is erased: there is nothing left to grade.',
);
const withdrawn = refusal(
  'WITHDRAWN',
  409,
  'The candidate has withdrawn. There is nothing to grade any more.',
);
const alreadySubmitted = refusal(
  'ALREADY_SUBMITTED',
  409,
  'This review is submitted and can no longer change.',
);
const closed = refusal(
  'REVIEWS_CLOSED',
  409,
  'All reviews of this attempt are in, so it takes no further one. What you wrote before is kept.',
);
