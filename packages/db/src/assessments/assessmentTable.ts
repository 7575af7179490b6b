import {
  type ClockMode,
  defaultFeedbackPolicy,
  type FeedbackPolicy,
  type Permission,
} from '@assay/contracts/http';
import { integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
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
  /** What is recorded beside what the program always records, one sentence each. */
  recorded: text().array().notNull(),
  /** How long an attempt is kept after it ended, days; it is erased then. */
  retentionDays: integer().notNull().default(180),
  /** What candidates get back. */
  feedback: json().$type<FeedbackPolicy>().notNull().default(defaultFeedbackPolicy),
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
