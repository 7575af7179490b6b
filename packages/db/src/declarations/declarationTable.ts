import type { GroupQuestionId } from '@assay/contracts/http';
import { date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * What candidates say of themselves, an answer a row. Nothing here leads to an attempt: the key is made of its id and
 * the installation's secret, which is not in the database, and of times only the month is kept: a day on which one
 * person handed in would say who it was.
 */
export const declarationTable = pgTable(
  'declarations',
  {
    key: text().notNull(),
    question: text().$type<GroupQuestionId>().notNull(),
    answer: text().notNull(),
    /** The first day of the month in which it was said, in UTC. */
    month: date({ mode: 'string' }).notNull(),
    /** The first day of a month by which the attempt that it is of is long erased. */
    keptUntil: date({ mode: 'string' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.key, row.question] }), index().on(row.keptUntil)],
);
