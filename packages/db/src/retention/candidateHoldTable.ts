import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { userTable } from '#people/userTable.ts';

/** Candidates of whom nothing is erased until somebody lets them go, as while a law wants it kept. */
export const candidateHoldTable = pgTable('candidate_holds', {
  candidateId: uuid()
    .primaryKey()
    .references(() => candidateTable.id, { onDelete: 'cascade' }),
  reason: text().notNull(),
  heldBy: text().references(() => userTable.id, { onDelete: 'set null' }),
  at: moment().notNull(),
});
