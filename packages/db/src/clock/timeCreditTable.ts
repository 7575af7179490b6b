import type { CreditCause } from '@assay/contracts/clock';
import { integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';

/** Time given to a candidate beyond the allotted: a stretch in which we could not serve them, or minutes from people. */
export const timeCreditTable = pgTable(
  'time_credits',
  {
    id: uuid().primaryKey().defaultRandom(),
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    /** What it is for, so that nothing is given twice: `submission:<id>`, `outage:<id>`, `connection:<id>`, `member:<id>/…`. */
    source: text().notNull(),
    cause: text().$type<CreditCause>().notNull(),
    /** The stretch during which the clock stands still. */
    fromAt: moment(),
    toAt: moment(),
    /** Minutes that a person gave, as ms; `challenge` is whose clock they are for, where each has its own. */
    extraMs: integer(),
    challenge: text(),
    /** The giver's words to the candidate. */
    reason: text(),
    createdAt: moment().notNull(),
    /** When it grew no more. A wait for the judge that goes on is not settled yet. */
    settledAt: moment(),
  },
  (credit) => [unique().on(credit.attemptId, credit.source)],
);
