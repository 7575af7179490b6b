import type { Member, ReviewComment } from '@assay/contracts/http';
import { findInReviewQueue, listComments, type ReviewCommentRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal } from '#http/refusal.ts';
import { reviewSight, viewOf } from './reviewSight.ts';

/** One's own comments, and those of submitted reviews under the rule by which one sees their scores. */
export async function listSeenComments(
  { db, now }: Pick<Services, 'db' | 'now'>,
  attemptId: string,
  viewer: Member,
): Promise<{ ok: true; comments: ReviewComment[] } | Refusal> {
  const found = await findInReviewQueue(db, attemptId, viewOf(viewer, now()));
  if (found === undefined) return notFound;
  const { grades } = reviewSight(viewer, found.reviews);
  const rows = await listComments(db, attemptId, { reviewerId: viewer.id, submitted: grades });
  return {
    ok: true,
    comments: rows.map(({ comment, reviewerId, reviewer }) =>
      presentComment(comment, { name: reviewer, isMe: reviewerId === viewer.id }),
    ),
  };
}

export function presentComment(
  { id, submissionId, path, fromLine, toLine, text, updatedAt }: ReviewCommentRecord,
  by: ReviewComment['by'],
): ReviewComment {
  return {
    id,
    submissionId,
    path,
    fromLine,
    toLine,
    text,
    by,
    updatedAt: updatedAt.toISOString(),
  };
}
