import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { bytea } from '#connection/bytea.ts';
import { moment } from '#connection/moment.ts';

/** The append-only log that a workspace is: its Yjs updates, from seq 1 without a gap. */
export const workspaceUpdateTable = pgTable(
  'workspace_updates',
  {
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    seq: integer().notNull(),
    at: moment().notNull(),
    /** `candidate`, or `server` for the starter and for files replaced over HTTP. */
    author: text().notNull(),
    bytes: bytea().notNull(),
  },
  (update) => [primaryKey({ columns: [update.attemptId, update.challenge, update.seq] })],
);
