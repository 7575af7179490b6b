import type { VerifyReport } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { sql } from 'drizzle-orm';
import { boolean, index, json, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';

/** Files of a challenge that an author sends through the publishing gate; they need not be saved. */
export const verificationTable = pgTable(
  'challenge_verifications',
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull(),
    /** The version that the files are, whether it is kept or not. */
    hash: text().notNull(),
    requestedBy: text()
      .notNull()
      .references(() => userTable.id),
    requestedAt: moment().notNull(),
    state: text().$type<'queued' | 'finished' | 'cancelled'>().notNull().default('queued'),
    /** Null once it is over: nobody needs them again. */
    files: json().$type<Files>(),
    /** What the gate says; null until it has. */
    report: json().$type<VerifyReport>(),
    /** Whether the version passes; null until that is known, and for ever where the judge itself failed. */
    ok: boolean(),
    finishedAt: moment(),
  },
  (verification) => [
    index().on(verification.hash, verification.finishedAt),
    uniqueIndex('challenge_verifications_one_queued')
      .on(verification.slug, verification.requestedBy)
      .where(sql`${verification.state} = 'queued'`),
  ],
);
