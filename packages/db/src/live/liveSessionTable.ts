import type { InterviewPlan, LiveState, PreparedFiles } from '@assay/contracts/live';
import { index, integer, json, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';
import { submissionTable } from '#submissions/submissionTable.ts';

/** Several people in one workspace. `json`, not `jsonb`, for what holds files: see submissionTable. */
export const liveSessionTable = pgTable(
  'live_sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    title: text().notNull(),
    /** Planned. */
    minutes: integer().notNull(),
    state: text().$type<LiveState>().notNull().default('prepared'),
    /** The challenge that is worked on; null for a blank workspace. */
    challengeHash: text().references(() => challengeVersionTable.hash),
    /** The template that it began from, for its plan and its policies. */
    assessmentId: uuid().references(() => assessmentTable.id),
    /** Whose work is continued, and from which run. The session is erased with the attempt. */
    attemptId: uuid().references(() => attemptTable.id, { onDelete: 'cascade' }),
    submissionId: uuid().references(() => submissionTable.id, { onDelete: 'cascade' }),
    /** For interviewers only. */
    plan: json().$type<InterviewPlan>().notNull(),
    /** For interviewers only, until they add a set. */
    prepared: json().$type<PreparedFiles[]>().notNull(),
    /** Paths that the candidate cannot change. */
    locked: json().$type<string[]>().notNull().default([]),
    focusStartedAt: moment(),
    focusEndsAt: moment(),
    /** Minutes that the candidate asks for. */
    focusAsked: integer(),
    /** Where the call is, when it is not on our page. Emptied at the end. */
    meetingUrl: text(),
    createdBy: text()
      .notNull()
      .references(() => userTable.id),
    createdAt: moment().notNull(),
    startedAt: moment(),
    endedAt: moment(),
  },
  (session) => [index().on(session.createdAt), index().on(session.attemptId)],
);
