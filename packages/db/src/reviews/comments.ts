import { and, asc, count, eq, isNotNull, or } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { userTable } from '#people/userTable.ts';
import { reviewCommentTable } from './commentTable.ts';
import { reviewTable } from './reviewTable.ts';

export type ReviewCommentRecord = typeof reviewCommentTable.$inferSelect;

/**
 * The comments of an attempt that somebody wrote, by file and line; with `submitted`, those of submitted reviews by
 * others as well.
 */
export function listComments(
  db: Database,
  attemptId: string,
  { reviewerId, submitted }: { reviewerId: string; submitted: boolean },
) {
  const own = eq(reviewTable.reviewerId, reviewerId);
  return db
    .select({ comment: reviewCommentTable, reviewerId: userTable.id, reviewer: userTable.name })
    .from(reviewCommentTable)
    .innerJoin(reviewTable, eq(reviewTable.id, reviewCommentTable.reviewId))
    .innerJoin(userTable, eq(userTable.id, reviewTable.reviewerId))
    .where(
      and(
        eq(reviewTable.attemptId, attemptId),
        submitted ? or(own, isNotNull(reviewTable.submittedAt)) : own,
      ),
    )
    .orderBy(
      asc(reviewCommentTable.path),
      asc(reviewCommentTable.fromLine),
      asc(reviewCommentTable.id),
    );
}

export async function findComment(
  db: Database,
  id: string,
): Promise<ReviewCommentRecord | undefined> {
  const [row] = await db.select().from(reviewCommentTable).where(eq(reviewCommentTable.id, id));
  return row;
}

/** How many comments a review has. */
export async function countComments(db: Database, reviewId: string): Promise<number> {
  const [row] = await db
    .select({ comments: count() })
    .from(reviewCommentTable)
    .where(eq(reviewCommentTable.reviewId, reviewId));
  return row?.comments ?? 0;
}

/** Adds a comment, or gives one that is there other words and lines. */
export async function putComment(
  tx: Database,
  comment: Omit<ReviewCommentRecord, 'updatedAt'>,
  at: Date,
): Promise<void> {
  const { path, fromLine, toLine, text } = comment;
  await tx
    .insert(reviewCommentTable)
    .values({ ...comment, updatedAt: at })
    .onConflictDoUpdate({
      target: reviewCommentTable.id,
      set: { path, fromLine, toLine, text, updatedAt: at },
    });
  await tx.update(reviewTable).set({ updatedAt: at }).where(eq(reviewTable.id, comment.reviewId));
}

export async function deleteComment(tx: Database, id: string): Promise<void> {
  await tx.delete(reviewCommentTable).where(eq(reviewCommentTable.id, id));
}
