import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';

/**
 * What a candidate did beside editing and running. `left` and `returned` are about the page, `pasted` is about
 * the editor; `explored` is a try of requests or statements. The columns after `challenge` belong to some kinds only.
 */
export const attemptEventTable = pgTable(
  'attempt_events',
  {
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    /** The sender's, so that what is sent twice is kept once. */
    id: uuid().notNull(),
    kind: text().$type<'left' | 'returned' | 'pasted' | 'explored'>().notNull(),
    at: moment().notNull(),
    challenge: text(),
    /** The file that was pasted into. */
    path: text(),
    /** What was pasted, UTF-16 code units; its words are in the workspace's log alone. */
    length: integer(),
    /** Whether what was pasted had been copied on our own page. */
    fromHere: boolean(),
    /** How many requests or statements were tried together. */
    steps: integer(),
  },
  (event) => [
    primaryKey({ columns: [event.attemptId, event.id] }),
    index().on(event.attemptId, event.at),
  ],
);
