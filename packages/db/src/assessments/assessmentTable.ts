import type { ClockMode, Permission } from '@assay/contracts/http';
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import { moment } from '#connection/moment.ts';

/** What candidates are invited to: a locked template. */
export const assessmentTable = pgTable('assessments', {
  id: uuid().primaryKey().defaultRandom(),
  title: text().notNull(),
  organisation: text().notNull(),
  /** Of the whole; with clocks of their own, the sum of the challenges' minutes. */
  minutes: integer().notNull(),
  /** One clock for all challenges, or one for each. */
  clockMode: text().$type<ClockMode>().notNull().default('total'),
  aiAssistants: text().$type<Permission>().notNull().default('not_allowed'),
  documentation: text().$type<Permission>().notNull().default('allowed'),
  /** What else is allowed or not, one sentence each. */
  rules: text().array().notNull(),
  /** What is recorded and why, one sentence each. */
  recorded: text().array().notNull(),
  createdAt: moment().notNull(),
});

/** The versions of challenges that an assessment consists of, in order. */
export const assessmentChallengeTable = pgTable(
  'assessment_challenges',
  {
    assessmentId: uuid()
      .notNull()
      .references(() => assessmentTable.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    challengeHash: text()
      .notNull()
      .references(() => challengeVersionTable.hash),
    /** Of its own clock; empty under one clock for all. */
    minutes: integer(),
  },
  (row) => [primaryKey({ columns: [row.assessmentId, row.position] })],
);
