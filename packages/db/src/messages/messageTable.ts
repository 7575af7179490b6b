import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';

/** What a candidate asks the organiser, and the answers. */
export const messageTable = pgTable(
  'messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    /** Who of staff answered; empty for the candidate's own words. */
    memberId: text().references(() => userTable.id),
    text: text().notNull(),
    createdAt: moment().notNull(),
  },
  (message) => [index().on(message.attemptId, message.createdAt)],
);
