import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { submissionTable } from '#submissions/submissionTable.ts';
import { reviewTable } from './reviewTable.ts';

/** What somebody says, in their review, about lines of a submission. */
export const reviewCommentTable = pgTable(
  'review_comments',
  {
    /** Chosen by the sender, so that a comment that is sent twice is one. */
    id: uuid().primaryKey(),
    reviewId: uuid()
      .notNull()
      .references(() => reviewTable.id, { onDelete: 'cascade' }),
    submissionId: uuid()
      .notNull()
      .references(() => submissionTable.id, { onDelete: 'cascade' }),
    path: text().notNull(),
    fromLine: integer().notNull(),
    toLine: integer().notNull(),
    text: text().notNull(),
    updatedAt: moment().notNull(),
  },
  (comment) => [index().on(comment.reviewId), index().on(comment.submissionId)],
);
