import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';

/** The erasure of an attempt: asked for, or carried out. That it was carried out is the attempt's `erasedAt`. */
export const erasureTable = pgTable(
  'erasures',
  {
    attemptId: uuid()
      .primaryKey()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    /** Null when it was carried out without a request, because the time to keep it was over. */
    requestedAt: moment(),
    /** When it is carried out if nobody has done so. */
    dueAt: moment().notNull(),
    /** `staff:<user>` or `system`; null until it is carried out. */
    doneBy: text(),
  },
  (erasure) => [index().on(erasure.dueAt)],
);
