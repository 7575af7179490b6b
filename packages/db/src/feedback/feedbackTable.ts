import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';

/** What somebody of staff released to a candidate. */
export const feedbackTable = pgTable('feedback', {
  attemptId: uuid()
    .primaryKey()
    .references(() => attemptTable.id, { onDelete: 'cascade' }),
  /** Words about the whole; may be empty. */
  message: text().notNull(),
  releasedAt: moment().notNull(),
  releasedBy: text()
    .notNull()
    .references(() => userTable.id),
});

/** Words about one criterion, written for the candidate: not the note that led to a score. */
export const feedbackCommentTable = pgTable(
  'feedback_comments',
  {
    attemptId: uuid()
      .notNull()
      .references(() => feedbackTable.attemptId, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    criterion: text().notNull(),
    text: text().notNull(),
  },
  (comment) => [primaryKey({ columns: [comment.attemptId, comment.challenge, comment.criterion] })],
);
