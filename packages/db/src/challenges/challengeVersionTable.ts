import type { ChallengeVersion } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { index, json, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';

/** Content that never changes under its hash. `json`, not `jsonb`: see submissionTable. */
export const challengeVersionTable = pgTable(
  'challenge_versions',
  {
    hash: text().primaryKey(),
    slug: text().notNull(),
    content: json().$type<ChallengeVersion>().notNull(),
    /** All files as their author keeps them; null for what was stored before they were kept. */
    source: json().$type<Files>(),
    registeredAt: moment().notNull(),
  },
  (version) => [index().on(version.slug)],
);
