import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea } from '#connection/bytea.ts';
import { moment } from '#connection/moment.ts';
import { documentTable } from './documentTable.ts';

/**
 * The append-only log that a document is: its Yjs updates, from seq 1 without a gap. A row is one update, or
 * several in a row that were packed together later; reading gives the same either way.
 */
export const documentUpdateTable = pgTable(
  'document_updates',
  {
    ownerId: uuid().notNull(),
    name: text().notNull(),
    /** Of the last update in the row. */
    seq: integer().notNull(),
    /** Of the last update in the row. */
    at: moment().notNull(),
    /**
     * Whose socket it came by: `candidate` in an attempt, a participant's id in a session; `server` for the
     * starter and for files replaced over HTTP. Of the last update in the row.
     */
    author: text().notNull(),
    /** How many updates are in the row; more than one when they are packed. */
    count: integer().notNull().default(1),
    /** The update, or what `packUpdates` made of several. */
    bytes: bytea().notNull(),
  },
  (update) => [
    primaryKey({ columns: [update.ownerId, update.name, update.seq] }),
    foreignKey({
      name: 'document_updates_document_fk',
      columns: [update.ownerId, update.name],
      foreignColumns: [documentTable.ownerId, documentTable.name],
    }).onDelete('cascade'),
  ],
);
