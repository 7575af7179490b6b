import type { SubmissionState } from '@assay/contracts/http';
import type { Verdict, VerdictStatus } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { attemptChallengeTable, attemptTable } from '#attempts/attemptTable.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import { moment } from '#connection/moment.ts';
import type { HiddenOutcome } from './hiddenOutcomes.ts';

/**
 * Frozen work and what became of it.
 * Files and verdicts are `json`: `jsonb` refuses \u0000 and lone surrogates, both of which code
 * and console output may hold, and it reorders keys, so that a verdict would not come back byte for byte.
 */
export const submissionTable = pgTable(
  'submissions',
  {
    id: uuid().primaryKey().defaultRandom(),
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    challengeHash: text()
      .notNull()
      .references(() => challengeVersionTable.hash),
    suite: text().$type<'public' | 'hidden'>().notNull(),
    sentBy: text().$type<'candidate' | 'deadline'>().notNull(),
    /** Whether the end of the attempt froze it, by hand or by the clock. */
    atEnd: boolean().notNull().default(false),
    state: text().$type<SubmissionState>().notNull().default('queued'),
    seed: integer().notNull(),
    files: json().$type<Files>().notNull(),
    createdAt: moment().notNull(),
    /** What its page made for the press of the button, which it repeats until it is answered. */
    idempotencyKey: uuid(),
  },
  (submission) => [
    foreignKey({
      name: 'submissions_attempt_challenge_fk',
      columns: [submission.attemptId, submission.challenge],
      foreignColumns: [attemptChallengeTable.attemptId, attemptChallengeTable.slug],
    }),
    index().on(submission.attemptId, submission.createdAt),
    index('submissions_queued')
      .on(submission.createdAt)
      .where(sql`${submission.state} = 'queued'`),
    uniqueIndex('submissions_one_unfinished')
      .on(submission.attemptId, submission.challenge)
      .where(sql`${submission.state} in ('queued', 'running') and not ${submission.atEnd}`),
    uniqueIndex('submissions_one_press')
      .on(submission.attemptId, submission.idempotencyKey)
      .where(sql`${submission.idempotencyKey} is not null`),
    uniqueIndex('submissions_one_at_end')
      .on(submission.attemptId, submission.challenge)
      .where(sql`${submission.atEnd}`),
  ],
);

/** One verdict a submission, whatever is delivered twice. */
export const verdictTable = pgTable('verdicts', {
  submissionId: uuid()
    .primaryKey()
    .references(() => submissionTable.id, { onDelete: 'cascade' }),
  verdict: json().$type<Verdict>().notNull(),
  status: text().$type<VerdictStatus>().notNull(),
  passed: integer().notNull(),
  total: integer().notNull(),
  /** Of hidden tests, the part of the verdict that statistics count, as a type that PostgreSQL can count in. */
  outcomes: jsonb().$type<HiddenOutcome[]>().notNull().default([]),
  recordedAt: moment().notNull(),
});
