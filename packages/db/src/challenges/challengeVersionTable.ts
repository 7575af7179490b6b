import type { ChallengeVersion } from '@assay/contracts/challenge';
import { index, json, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';

/** Content that never changes under its hash. `json`, not `jsonb`: see submissionTable. */
export const challengeVersionTable = pgTable(
  'challenge_versions',
  {
    hash: text().primaryKey(),
    slug: text().notNull(),
    content: json().$type<ChallengeVersion>().notNull(),
    registeredAt: moment().notNull(),
  },
  (version) => [index().on(version.slug)],
);
