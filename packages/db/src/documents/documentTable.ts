import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';

/** A Yjs document with a log of its own: a challenge's files in an attempt, or one of a live session's. */
export const documentTable = pgTable(
  'documents',
  {
    /** The attempt or the session, whichever it belongs to. */
    ownerId: uuid().notNull(),
    /** The challenge's slug; or in a session `code`, `board`, `interviewers`, `notes:<participant>`. */
    name: text().notNull(),
    attemptId: uuid().references(() => attemptTable.id, { onDelete: 'cascade' }),
    sessionId: uuid().references(() => liveSessionTable.id, { onDelete: 'cascade' }),
  },
  (document) => [
    primaryKey({ columns: [document.ownerId, document.name] }),
    check(
      'documents_one_owner',
      sql`${document.ownerId} = coalesce(${document.attemptId}, ${document.sessionId}) and num_nonnulls(${document.attemptId}, ${document.sessionId}) = 1`,
    ),
    index().on(document.attemptId),
    index().on(document.sessionId),
  ],
);
