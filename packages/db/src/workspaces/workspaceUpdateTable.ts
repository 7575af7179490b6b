import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { bytea } from '#connection/bytea.ts';
import { moment } from '#connection/moment.ts';

/**
 * The append-only log that a workspace is: its Yjs updates, from seq 1 without a gap. A row is one update, or
 * several in a row that were packed together later; reading gives the same either way.
 */
export const workspaceUpdateTable = pgTable(
  'workspace_updates',
  {
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    /** Of the last update in the row. */
    seq: integer().notNull(),
    /** Of the last update in the row. */
    at: moment().notNull(),
    /** `candidate`, or `server` for the starter and for files replaced over HTTP; of the last update in the row. */
    author: text().notNull(),
    /** How many updates are in the row; more than one when they are packed. */
    count: integer().notNull().default(1),
    /** The update, or what `packUpdates` made of several. */
    bytes: bytea().notNull(),
  },
  (update) => [primaryKey({ columns: [update.attemptId, update.challenge, update.seq] })],
);
