import type { DecisionOutcome } from '@assay/contracts/http';
import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';

const byPerson = {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  attemptId: uuid()
    .notNull()
    .references(() => attemptTable.id, { onDelete: 'cascade' }),
  /** Emptied by an erasure. */
  reason: text().notNull(),
  memberId: text()
    .notNull()
    .references(() => userTable.id),
  at: moment().notNull(),
};

/** What people put in the place of a criterion's formula. The newest of a criterion counts; the others are its history. */
export const overrideTable = pgTable(
  'score_overrides',
  {
    ...byPerson,
    challenge: text().notNull(),
    criterion: text().notNull(),
    /** Null: the formula counts again. */
    score: integer(),
  },
  (row) => [index().on(row.attemptId)],
);

/** What people decided after the reviews of an attempt. The newest counts; the others are its history. */
export const decisionTable = pgTable(
  'decisions',
  { ...byPerson, outcome: text().$type<DecisionOutcome>().notNull() },
  (row) => [index().on(row.attemptId)],
);
