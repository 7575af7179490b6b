import { integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { bytea } from '#connection/bytea.ts';

/** What the beginning of a workspace's log amounts to, so that opening it need not replay all. The log stays the truth. */
export const workspaceSnapshotTable = pgTable(
  'workspace_snapshots',
  {
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    /** The last update that is in it. */
    seq: integer().notNull(),
    /** Length of all updates that are in it, bytes. */
    logBytes: integer().notNull(),
    /** Who writes with which Yjs client id. */
    owners: json().$type<Record<string, string>>().notNull(),
    state: bytea().notNull(),
  },
  (snapshot) => [primaryKey({ columns: [snapshot.attemptId, snapshot.challenge] })],
);
