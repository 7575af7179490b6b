import type { Verdict } from '@assay/contracts/verdict';
import { sql } from 'drizzle-orm';
import { index, json, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';
import { submissionTable } from './submissionTable.ts';

/** A submission judged once more, for comparison. The verdict that counts stays where it is. */
export const rejudgementTable = pgTable(
  'rejudgements',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissionTable.id, { onDelete: 'cascade' }),
    requestedBy: text()
      .notNull()
      .references(() => userTable.id),
    requestedAt: moment().notNull(),
    /** Null until it is judged. */
    verdict: json().$type<Verdict>(),
    finishedAt: moment(),
  },
  (rejudgement) => [
    index().on(rejudgement.submissionId, rejudgement.requestedAt),
    uniqueIndex('rejudgements_one_unfinished')
      .on(rejudgement.submissionId)
      .where(sql`${rejudgement.finishedAt} is null`),
  ],
);
