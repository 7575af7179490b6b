import type { Recommendation, ScoredCriterion } from '@assay/contracts/http';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { userTable } from '#people/userTable.ts';
import { liveParticipantTable } from './liveParticipantTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

/**
 * What one person makes of a live session, as its interviewer, or of an interview or a check by a kit. Its name is
 * older than the kits.
 */
export const scorecardTable = pgTable(
  'live_scorecards',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid().references(() => liveSessionTable.id, { onDelete: 'cascade' }),
    participantId: uuid().references(() => liveParticipantTable.id, { onDelete: 'cascade' }),
    /** Of a kit: whom it is about, which one, and who writes. */
    candidateId: uuid().references(() => candidateTable.id, { onDelete: 'cascade' }),
    kit: text(),
    authorId: text().references(() => userTable.id),
    recommendation: text().$type<Recommendation>(),
    summary: text().notNull().default(''),
    /** What it was scored by, kept when it was submitted. */
    criteria: json().$type<ScoredCriterion[]>(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    submittedAt: moment(),
  },
  (card) => [
    unique('live_scorecards_one_each').on(card.sessionId, card.participantId),
    unique('live_scorecards_one_each_kit').on(card.candidateId, card.kit, card.authorId),
    check(
      'live_scorecards_of_one_thing',
      sql`(${card.sessionId} is not null and ${card.participantId} is not null) <> (${card.candidateId} is not null and ${card.kit} is not null and ${card.authorId} is not null)`,
    ),
  ],
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
