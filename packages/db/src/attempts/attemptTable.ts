import type { Language } from '@assay/contracts/challenge';
import type { AttemptState } from '@assay/contracts/http';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import { moment } from '#connection/moment.ts';
import { candidateTable } from '#people/candidateTable.ts';

export const attemptTable = pgTable(
  'attempts',
  {
    id: uuid().primaryKey().defaultRandom(),
    assessmentId: uuid()
      .notNull()
      .references(() => assessmentTable.id),
    candidateId: uuid()
      .notNull()
      .references(() => candidateTable.id),
    state: text().$type<AttemptState>().notNull().default('invited'),
    /** Random at creation; every submission of the attempt is judged with it. */
    seed: integer().notNull(),
    createdAt: moment().notNull(),
    startedAt: moment(),
    /** With all credits that are given so far. Where challenges have clocks of their own, the last moment for all of them. */
    deadline: moment(),
    finishedAt: moment(),
    /** The candidate's share of the template's time, percent. Reviewers never see it. */
    timePercent: integer().notNull().default(100),
    /** How many reviews are wanted since reviewers disagreed; null as long as the rule of the assessment says it. */
    reviewsWanted: integer(),
    withdrawnAt: moment(),
    /** When personal data and work were removed; results and scores stay, as numbers of nobody. */
    erasedAt: moment(),
  },
  (attempt) => [
    index().on(attempt.state, attempt.finishedAt),
    index().on(attempt.candidateId),
    // Pages of candidates: of one stage, of one assessment, of all.
    index().on(attempt.state, attempt.createdAt, attempt.id),
    index().on(attempt.assessmentId, attempt.createdAt, attempt.id),
    index().on(attempt.createdAt, attempt.id),
  ],
);

/** The versions of challenges that an attempt keeps, whatever becomes of its assessment. */
export const attemptChallengeTable = pgTable(
  'attempt_challenges',
  {
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    position: integer().notNull(),
    challengeHash: text()
      .notNull()
      .references(() => challengeVersionTable.hash),
    /** What its candidate chose to begin in; null: its first language. From the start on, the workspace's files say it. */
    language: text().$type<Language>(),
    /** Of its own clock, before anybody's share; these four are empty under one clock for all. */
    minutes: integer(),
    startedAt: moment(),
    deadline: moment(),
    finishedAt: moment(),
  },
  (row) => [primaryKey({ columns: [row.attemptId, row.slug] })],
);
