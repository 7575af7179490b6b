import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';

/** The processes of the API and when each last said that it was there: the health record. */
export const apiNodeTable = pgTable('api_nodes', {
  id: uuid().primaryKey(),
  startedAt: moment().notNull(),
  beatAt: moment().notNull(),
  /** Set when it ended in order. */
  stoppedAt: moment(),
});

/** Times in which no process of the API was there. */
export const outageTable = pgTable('outages', {
  id: uuid().primaryKey().defaultRandom(),
  /** The last sign before it; unique, because every process that comes back finds the same one. */
  fromAt: moment().notNull().unique(),
  toAt: moment().notNull(),
});

/** Live connections of candidates: between them lie the gaps, ours and theirs. */
export const candidateConnectionTable = pgTable(
  'candidate_connections',
  {
    id: uuid().primaryKey(),
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    nodeId: uuid().notNull(),
    openedAt: moment().notNull(),
    /** Empty while it is open, and for ever when its node died. */
    closedAt: moment(),
    /** `node` when we closed it, else `network`: the browser or what lies between. */
    closedBy: text().$type<'node' | 'network'>(),
  },
  (connection) => [index().on(connection.attemptId, connection.openedAt)],
);
