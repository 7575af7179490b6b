import type { Exploration } from '@assay/contracts/http';
import type { LiveRunAudience, LiveRunState, LiveStep } from '@assay/contracts/live';
import type { Verdict, VerdictStatus } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  json,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { liveParticipantTable } from './liveParticipantTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

/**
 * What was run in a session, by whom, and what came of it. `json`, not `jsonb`, for what code may have printed: see
 * submissionTable.
 */
export const liveRunTable = pgTable(
  'live_runs',
  {
    /** As the page of the one who asked named it: asked twice, it runs once. */
    id: uuid().primaryKey(),
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    sessionId: uuid()
      .notNull()
      .references(() => liveSessionTable.id, { onDelete: 'cascade' }),
    /** Who asked for it. */
    participantId: uuid()
      .notNull()
      .references(() => liveParticipantTable.id, { onDelete: 'cascade' }),
    kind: text().$type<'tests' | 'requests'>().notNull(),
    /** Of a run of tests. */
    suite: text().$type<'public' | 'hidden'>(),
    audience: text().$type<LiveRunAudience>().notNull(),
    state: text().$type<LiveRunState>().notNull().default('queued'),
    seed: integer().notNull(),
    /** The last update of the session's `code` that it ran with. */
    codeSeq: integer().notNull(),
    /** What it runs, while it does; afterwards the log of `code` has it. */
    files: json().$type<Files>(),
    /** Of a run of requests, all of them. */
    steps: json().$type<LiveStep[]>(),
    askedAt: moment().notNull(),
    endedAt: moment(),
    cancelledBy: uuid().references(() => liveParticipantTable.id, { onDelete: 'set null' }),
    /** What came of a run of tests; status and counts stand beside it for lists. */
    verdict: json().$type<Verdict>(),
    status: text().$type<VerdictStatus>(),
    passed: integer(),
    total: integer(),
    /** What came of a run of requests. */
    exploration: json().$type<Exploration>(),
  },
  (run) => [
    index().on(run.sessionId, run.seq),
    // One at a time; what interviewers try among themselves keeps nobody else from running.
    uniqueIndex('live_runs_one_unfinished')
      .on(run.sessionId, run.audience)
      .where(sql`${run.state} in ('queued', 'running')`),
    index('live_runs_unfinished')
      .on(run.askedAt)
      .where(sql`${run.state} in ('queued', 'running')`),
  ],
);
