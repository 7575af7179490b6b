import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

/** Members of staff who may watch a session's replay without having been in it. */
export const replayShareTable = pgTable(
  'live_replay_shares',
  {
    sessionId: uuid()
      .notNull()
      .references(() => liveSessionTable.id, { onDelete: 'cascade' }),
    memberId: text()
      .notNull()
      .references(() => userTable.id, { onDelete: 'cascade' }),
    /** When somebody who leads the session shared it; who did is in the log of actions. */
    createdAt: moment().notNull(),
  },
  (share) => [
    primaryKey({ columns: [share.sessionId, share.memberId] }),
    index().on(share.memberId),
  ],
);
