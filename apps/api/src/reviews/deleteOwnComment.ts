import type { Member } from '@assay/contracts/http';
import { deleteComment, findComment, findReview, findSubmissionPlace } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal } from '#http/refusal.ts';
import { lockReviewable } from './lockReviewable.ts';

/** Deletes a comment of an open review of one's own. Somebody else's is treated as one that is not there. */
export async function deleteOwnComment(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { submissionId, commentId }: { submissionId: string; commentId: string },
  member: Member,
): Promise<{ ok: true } | Refusal> {
  const place = await findSubmissionPlace(db, submissionId);
  if (place === undefined) return notFound;
  return db.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
    const open = await lockReviewable(tx, place.attemptId, { member, at: now() });
    if (!open.ok) return open;
    const comment = await findComment(tx, commentId);
    const review = await findReview(tx, place.attemptId, member.id);
    if (comment && comment.reviewId === review?.id) await deleteComment(tx, commentId);
    return { ok: true };
  });
}
