import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';

/** People who are assessed: apart from their attempts, so that one row is all there is to erase. */
export const candidateTable = pgTable('candidates', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  /** In lower case. */
  email: text().notNull().unique(),
  createdAt: moment().notNull(),
});
