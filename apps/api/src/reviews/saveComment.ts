import { maxComments, type Member, type ReviewComment } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { countComments, findComment, findJudged, lockReview, putComment } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';
import { presentComment } from './listSeenComments.ts';
import { lockReviewable } from './lockReviewable.ts';

type Said = Pick<ReviewComment, 'path' | 'fromLine' | 'toLine' | 'text'>;
type Sent = Said & {
  submissionId: string;
  commentId: string;
};

/** Keeps a comment as part of its author's review, which has to be open. */
export async function saveComment(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { commentId, submissionId, ...said }: Sent,
  member: Member,
): Promise<{ ok: true; comment: ReviewComment } | Refusal> {
  const at = now();
  const submission = await findJudged(db, submissionId);
  if (submission === undefined) return notFound;
  return db.transaction(async (tx): Promise<{ ok: true; comment: ReviewComment } | Refusal> => {
    const open = await lockReviewable(tx, submission.attemptId, { member, at });
    if (!open.ok) return open;
    if (!hasLines(submission.files, said)) return noSuchLines;
    const review = await lockReview(tx, submission.attemptId, member.id, at);
    const before = await findComment(tx, commentId);
    if (before === undefined && (await countComments(tx, review.id)) >= maxComments) return tooMany;
    if (before && (before.reviewId !== review.id || before.submissionId !== submissionId))
      return notFound;
    const comment = { id: commentId, reviewId: review.id, submissionId, ...said };
    await putComment(tx, comment, at);
    return {
      ok: true,
      comment: presentComment({ ...comment, updatedAt: at }, { name: member.name, isMe: true }),
    };
  });
}

function hasLines(files: Files, { path, fromLine, toLine }: Said): boolean {
  const content = Object.hasOwn(files, path) ? files[path] : undefined;
  return content !== undefined && fromLine <= toLine && toLine <= content.split('\n').length;
}

const noSuchLines = refusal('NO_SUCH_LINES', 422, 'This submission does not have these lines.');
const tooMany = refusal(
  'TOO_MANY_COMMENTS',
  409,
  `A review has at most ${maxComments} comments. Delete one to write another.`,
);
