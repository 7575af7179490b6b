import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FilePath } from '#workspace/filePath.ts';

/** Characters of one comment. Counters a comment that nobody reads. */
export const maxCommentLength = 4_000;
/** Comments of one review. Counters a desk that cannot show them all. */
export const maxComments = 300;

const Line = z.int().min(1);

export const ReviewComment = z
  .object({
    id: z.uuid(),
    submissionId: z.uuid(),
    path: z.string(),
    fromLine: Line,
    toLine: Line,
    text: z.string(),
    by: z.object({ name: z.string(), isMe: z.boolean() }),
    updatedAt: z.iso.datetime(),
  })
  .describe(
    "What a reviewer says about lines of a submission. Part of their review: nobody else's before both are submitted.",
  );
export type ReviewComment = z.infer<typeof ReviewComment>;

const comment = z.object({ submissionId: z.uuid(), commentId: z.uuid() });
const refusals = {
  ERASED: { status: 409 },
  ALREADY_SUBMITTED: {
    status: 409,
    message: 'This review is submitted, and its comments with it. They can no longer change.',
  },
  REVIEWS_CLOSED: { status: 409, message: 'This attempt takes no further reviews.' },
} as const;

/** Comments on lines of what a candidate handed in. */
export const commentContract = {
  listComments: oc
    .route({
      method: 'GET',
      path: '/review/attempts/{attemptId}/comments',
      summary: 'Comments on lines: one’s own, and others’ once one may see their scores',
    })
    .input(z.object({ attemptId: z.uuid() }))
    /** By file and line. */
    .output(z.array(ReviewComment)),
  saveComment: oc
    .route({
      method: 'PUT',
      path: '/review/submissions/{submissionId}/comments/{commentId}',
      summary: 'Keep a comment of one’s own, under an id that the sender chose',
    })
    .input(
      comment.extend({
        path: FilePath,
        fromLine: Line,
        toLine: Line,
        text: z.string().trim().min(1, 'Say something, or delete it.').max(maxCommentLength),
      }),
    )
    .output(ReviewComment)
    .errors({
      ...refusals,
      NO_SUCH_LINES: { status: 422, message: 'This submission does not have these lines.' },
      TOO_MANY_COMMENTS: {
        status: 409,
        message: `A review has at most ${maxComments} comments.`,
      },
    }),
  deleteComment: oc
    .route({
      method: 'DELETE',
      path: '/review/submissions/{submissionId}/comments/{commentId}',
      successStatus: 204,
      summary: 'Delete a comment of one’s own; one that is gone already is no mistake',
    })
    .input(comment)
    .errors(refusals),
};
