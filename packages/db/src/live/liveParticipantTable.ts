import type { LiveRole } from '@assay/contracts/live';
import { boolean, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

/** Somebody of a session: a member of staff, or whoever holds a personal link. The link's token itself is nowhere. */
export const liveParticipantTable = pgTable(
  'live_participants',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => liveSessionTable.id, { onDelete: 'cascade' }),
    role: text().$type<LiveRole>().notNull(),
    name: text().notNull(),
    /** One of `personColours`. */
    colour: text().notNull(),
    memberId: text().references(() => userTable.id),
    /** SHA-256 of the personal link's token, hex; null for staff. */
    tokenHash: text().unique(),
    createdAt: moment().notNull(),
    admittedAt: moment(),
    refusedAt: moment(),
    removedAt: moment(),
    /** Whether the right to edit is taken. */
    frozen: boolean().notNull().default(false),
  },
  (participant) => [
    index().on(participant.sessionId),
    unique().on(participant.sessionId, participant.memberId),
  ],
);
