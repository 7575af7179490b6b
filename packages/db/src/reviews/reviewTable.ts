import { integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';

/** One person's grading of one attempt. */
export const reviewTable = pgTable(
  'reviews',
  {
    id: uuid().primaryKey().defaultRandom(),
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    reviewerId: text()
      .notNull()
      .references(() => userTable.id),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    submittedAt: moment(),
  },
  (review) => [unique('reviews_one_each').on(review.attemptId, review.reviewerId)],
);

/** A score and what led to it; null while the reviewer has not decided. */
export const reviewScoreTable = pgTable(
  'review_scores',
  {
    reviewId: uuid()
      .notNull()
      .references(() => reviewTable.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    criterion: text().notNull(),
    score: integer(),
    note: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.reviewId, row.challenge, row.criterion] })],
);
