import type { Recommendation, ScoredCriterion } from '@assay/contracts/http';
import {
  boolean,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { liveParticipantTable } from './liveParticipantTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

/** What one interviewer makes of a live session. */
export const scorecardTable = pgTable(
  'live_scorecards',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => liveSessionTable.id, { onDelete: 'cascade' }),
    participantId: uuid()
      .notNull()
      .references(() => liveParticipantTable.id, { onDelete: 'cascade' }),
    recommendation: text().$type<Recommendation>(),
    summary: text().notNull().default(''),
    /** What it was scored by, kept when it was submitted. */
    criteria: json().$type<ScoredCriterion[]>(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    submittedAt: moment(),
  },
  (card) => [unique('live_scorecards_one_each').on(card.sessionId, card.participantId)],
);

/** A level and what led to it; null while the interviewer has not decided, or where nothing could be seen. */
export const scorecardScoreTable = pgTable(
  'live_scorecard_scores',
  {
    scorecardId: uuid()
      .notNull()
      .references(() => scorecardTable.id, { onDelete: 'cascade' }),
    criterion: text().notNull(),
    level: integer(),
    unobserved: boolean().notNull(),
    note: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.scorecardId, row.criterion] })],
);
