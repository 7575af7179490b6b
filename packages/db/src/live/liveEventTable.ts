import { bigint, index, json, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { liveParticipantTable } from './liveParticipantTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

/** What a replay shows beside the documents. */
export type LiveEventKind =
  | 'joined'
  | 'left'
  | 'admitted'
  | 'refused'
  | 'removed'
  | 'started'
  | 'ended'
  | 'frozen'
  | 'unfrozen'
  | 'locked'
  | 'unlocked'
  | 'files_added'
  | 'focus_asked'
  | 'focus_started'
  | 'focus_ended';

/** What happened in a session, in the order in which it did. */
export const liveEventTable = pgTable(
  'live_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    sessionId: uuid()
      .notNull()
      .references(() => liveSessionTable.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
    kind: text().$type<LiveEventKind>().notNull(),
    /** Whom it is about. */
    participantId: uuid().references(() => liveParticipantTable.id, { onDelete: 'cascade' }),
    detail: json().$type<Record<string, unknown>>().notNull(),
  },
  (event) => [index().on(event.sessionId, event.id)],
);
