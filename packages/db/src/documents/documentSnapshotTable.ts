import { foreignKey, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea } from '#connection/bytea.ts';
import { documentTable } from './documentTable.ts';

/** What the beginning of a document's log amounts to, so that opening it need not replay all. The log stays the truth. */
export const documentSnapshotTable = pgTable(
  'document_snapshots',
  {
    ownerId: uuid().notNull(),
    name: text().notNull(),
    /** The last update that is in it. */
    seq: integer().notNull(),
    /** Length of all updates that are in it, bytes. */
    logBytes: integer().notNull(),
    /** Who writes with which Yjs client id. */
    owners: json().$type<Record<string, string>>().notNull(),
    state: bytea().notNull(),
  },
  (snapshot) => [
    primaryKey({ columns: [snapshot.ownerId, snapshot.name] }),
    foreignKey({
      name: 'document_snapshots_document_fk',
      columns: [snapshot.ownerId, snapshot.name],
      foreignColumns: [documentTable.ownerId, documentTable.name],
    }).onDelete('cascade'),
  ],
);
