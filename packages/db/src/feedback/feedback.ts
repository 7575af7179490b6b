import type { FeedbackComment } from '@assay/contracts/http';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { feedbackCommentTable, feedbackTable } from './feedbackTable.ts';

/** What was released to the candidate of an attempt. */
export async function findFeedback(db: Database, attemptId: string) {
  const [feedback] = await db
    .select()
    .from(feedbackTable)
    .where(eq(feedbackTable.attemptId, attemptId));
  if (feedback === undefined) return undefined;
  const comments = await db
    .select({
      challenge: feedbackCommentTable.challenge,
      criterion: feedbackCommentTable.criterion,
      text: feedbackCommentTable.text,
    })
    .from(feedbackCommentTable)
    .where(eq(feedbackCommentTable.attemptId, attemptId))
    .orderBy(asc(feedbackCommentTable.challenge), asc(feedbackCommentTable.criterion));
  return { ...feedback, comments };
}

/** Releases feedback, in the place of what was released before. */
export async function putFeedback(
  tx: Database,
  feedback: {
    attemptId: string;
    message: string;
    comments: FeedbackComment[];
    releasedBy: string;
    at: Date;
  },
): Promise<void> {
  const { attemptId, message, comments, releasedBy, at } = feedback;
  await tx
    .insert(feedbackTable)
    .values({ attemptId, message, releasedBy, releasedAt: at })
    .onConflictDoUpdate({
      target: feedbackTable.attemptId,
      set: { message, releasedBy, releasedAt: at },
    });
  await tx.delete(feedbackCommentTable).where(eq(feedbackCommentTable.attemptId, attemptId));
  if (comments.length === 0) return;
  await tx
    .insert(feedbackCommentTable)
    .values(comments.map((comment) => ({ ...comment, attemptId })));
}
