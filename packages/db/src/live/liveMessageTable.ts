import { bigint, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { liveParticipantTable } from './liveParticipantTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

/** The chat of a session. */
export const liveMessageTable = pgTable(
  'live_messages',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    sessionId: uuid()
      .notNull()
      .references(() => liveSessionTable.id, { onDelete: 'cascade' }),
    /** As the author's page named it: sent twice, it is written once. */
    id: uuid().notNull(),
    participantId: uuid()
      .notNull()
      .references(() => liveParticipantTable.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
    text: text().notNull(),
  },
  (message) => [
    unique().on(message.sessionId, message.id),
    index().on(message.sessionId, message.seq),
    index().on(message.participantId, message.at),
  ],
);
