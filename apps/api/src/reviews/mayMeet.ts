import type { Member } from '@assay/contracts/http';
import { type Database, findInReviewQueue, type LiveSessionRecord } from '@assay/db';
import { refusal } from '#http/refusal.ts';
import { reviewSight, viewOf } from './reviewSight.ts';

/**
 * Whether somebody of staff may meet the people of a live session, in it or in its recording. They have names and
 * say them, so whoever may still review the work that the session goes on from does not.
 */
export async function mayMeet(
  db: Database,
  { attemptId }: Pick<LiveSessionRecord, 'attemptId'>,
  { member, at }: { member: Member; at: Date },
): Promise<boolean> {
  if (attemptId === null) return true;
  const found = await findInReviewQueue(db, attemptId, viewOf(member, at));
  if (found === undefined) return true;
  const { identity, isComplete } = reviewSight(member, found.reviews);
  return identity || isComplete;
}

export const reviewFirst = refusal(
  'REVIEW_FIRST',
  409,
  'This session goes on from work that still waits for reviews. Whoever may review it meets its author only afterwards.',
);
