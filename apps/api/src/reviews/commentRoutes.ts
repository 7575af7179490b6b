import { asStaff, routes } from '#http/routes.ts';
import { unwrap } from '#http/refusal.ts';
import { deleteOwnComment } from './deleteOwnComment.ts';
import { listSeenComments } from './listSeenComments.ts';
import { saveComment } from './saveComment.ts';

export const listCommentsRoute = routes.review.listComments
  .use(asStaff)
  .handler(async ({ input: { attemptId }, context: { services, member } }) => {
    return unwrap(await listSeenComments(services, attemptId, member)).comments;
  });

export const saveCommentRoute = routes.review.saveComment
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    return unwrap(await saveComment(services, input, member)).comment;
  });

export const deleteCommentRoute = routes.review.deleteComment
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    unwrap(await deleteOwnComment(services, input, member));
  });
