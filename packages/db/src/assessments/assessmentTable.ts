import type { Criterion } from '@assay/contracts/challenge';
import {
  type ClockMode,
  defaultFeedbackPolicy,
  defaultReviewRule,
  type FeedbackPolicy,
  type Permission,
  type ReviewRule,
} from '@assay/contracts/http';
import type { InterviewPlan } from '@assay/contracts/live';
import { integer, json, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';
import { roleTable } from '#roles/roleTable.ts';

/** A version of what candidates are invited to. From its first invitation on it stays as it is. */
export const assessmentTable = pgTable(
  'assessments',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The same for all versions of one assessment. */
    templateId: uuid().notNull(),
    version: integer().notNull().default(1),
    /** Grows with each change, so that nobody overwrites what they have not seen. */
    revision: integer().notNull().default(1),
    /** When the first invitation went out; null while it can be changed. */
    lockedAt: moment(),
    /** What its maker said of the change from the version before. */
    note: text().notNull().default(''),
    /** Null for what the program brought. */
    createdBy: text().references(() => userTable.id),
    roleId: uuid().references(() => roleTable.id),
    title: text().notNull(),
    organisation: text().notNull(),
    /** Of the whole; with clocks of their own, the sum of the challenges' minutes. */
    minutes: integer().notNull(),
    /** One clock for all challenges, or one for each. */
    clockMode: text().$type<ClockMode>().notNull().default('total'),
    aiAssistants: text().$type<Permission>().notNull().default('not_allowed'),
    documentation: text().$type<Permission>().notNull().default('allowed'),
    paste: text().$type<Permission>().notNull().default('allowed'),
    /** What else is allowed or not, one sentence each. */
    rules: text().array().notNull(),
    /** What is recorded beside what the program always records, one sentence each. */
    recorded: text().array().notNull(),
    /** How long an attempt is kept after it ended, days; it is erased then. */
    retentionDays: integer().notNull().default(180),
    /** What candidates get back. */
    feedback: json().$type<FeedbackPolicy>().notNull().default(defaultFeedbackPolicy),
    reviewRule: json().$type<ReviewRule>().notNull().default(defaultReviewRule),
    /** What live sessions that begin from it are planned like. */
    interview: json().$type<InterviewPlan>().notNull().default({ sections: [] }),
    createdAt: moment().notNull(),
    changedAt: moment().notNull(),
  },
  (row) => [unique('assessments_one_of_each_version').on(row.templateId, row.version)],
);

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
    /** What reviewers score it by instead of the challenge's own rubric. */
    rubric: json().$type<Criterion[]>(),
  },
  (row) => [primaryKey({ columns: [row.assessmentId, row.position] })],
);
