import type { DraftScore } from '@assay/contracts/http';
import { and, asc, count, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { userTable } from '#people/userTable.ts';
import { reviewScoreTable, reviewTable } from './reviewTable.ts';

export type ReviewRecord = typeof reviewTable.$inferSelect;

const scoreColumns = {
  challenge: reviewScoreTable.challenge,
  criterion: reviewScoreTable.criterion,
  score: reviewScoreTable.score,
  note: reviewScoreTable.note,
};

export async function findReview(db: Database, attemptId: string, reviewerId: string) {
  const [review] = await db
    .select()
    .from(reviewTable)
    .where(and(eq(reviewTable.attemptId, attemptId), eq(reviewTable.reviewerId, reviewerId)));
  if (review === undefined) return undefined;
  const scores = await db
    .select(scoreColumns)
    .from(reviewScoreTable)
    .where(eq(reviewScoreTable.reviewId, review.id))
    .orderBy(asc(reviewScoreTable.challenge), asc(reviewScoreTable.criterion));
  return { ...review, scores };
}

/** The submitted reviews of attempts with all scores, in the order in which they were submitted. */
export async function listSubmittedReviews(db: Database, attemptIds: string[]) {
  if (attemptIds.length === 0) return [];
  const isSubmitted = and(
    inArray(reviewTable.attemptId, attemptIds),
    isNotNull(reviewTable.submittedAt),
  );
  const reviews = await db
    .select({
      id: reviewTable.id,
      attemptId: reviewTable.attemptId,
      reviewerId: reviewTable.reviewerId,
      reviewer: userTable.name,
      submittedAt: reviewTable.submittedAt,
    })
    .from(reviewTable)
    .innerJoin(userTable, eq(userTable.id, reviewTable.reviewerId))
    .where(isSubmitted)
    .orderBy(asc(reviewTable.submittedAt), asc(reviewTable.id));
  const rows = await db
    .select({ reviewId: reviewScoreTable.reviewId, score: scoreColumns })
    .from(reviewScoreTable)
    .innerJoin(reviewTable, eq(reviewTable.id, reviewScoreTable.reviewId))
    .where(isSubmitted);
  const scores = Map.groupBy(rows, ({ reviewId }) => reviewId);
  return reviews.flatMap(({ submittedAt, ...review }) => {
    if (submittedAt === null) return [];
    return [
      { ...review, submittedAt, scores: (scores.get(review.id) ?? []).map(({ score }) => score) },
    ];
  });
}

/** How many people began to review an attempt, and how many have submitted. */
export async function countReviews(
  db: Database,
  attemptId: string,
): Promise<{ begun: number; submitted: number }> {
  const [row] = await db
    .select({ begun: count(), submitted: count(reviewTable.submittedAt) })
    .from(reviewTable)
    .where(eq(reviewTable.attemptId, attemptId));
  return row ?? { begun: 0, submitted: 0 };
}

/** Somebody's own review of an attempt, made when there is none, kept for this transaction alone. */
export async function lockReview(
  tx: Database,
  attemptId: string,
  reviewerId: string,
  at: Date,
): Promise<ReviewRecord> {
  const [review] = await tx
    .insert(reviewTable)
    .values({ attemptId, reviewerId, createdAt: at, updatedAt: at })
    // An update that changes nothing, for its lock and its returned row.
    .onConflictDoUpdate({
      target: [reviewTable.attemptId, reviewTable.reviewerId],
      set: { reviewerId },
    })
    .returning();
  if (review === undefined) throw new Error('An upsert returned no row.');
  return review;
}

/** Replaces the scores of a review, and closes it when `submittedAt` is given. */
export async function replaceScores(
  tx: Database,
  reviewId: string,
  scores: DraftScore[],
  { at, submittedAt }: { at: Date; submittedAt?: Date },
): Promise<void> {
  await tx.delete(reviewScoreTable).where(eq(reviewScoreTable.reviewId, reviewId));
  if (scores.length > 0) {
    await tx.insert(reviewScoreTable).values(scores.map((score) => ({ reviewId, ...score })));
  }
  await tx
    .update(reviewTable)
    .set({ updatedAt: at, ...(submittedAt && { submittedAt }) })
    .where(eq(reviewTable.id, reviewId));
}
