import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';

/** A link to one attempt. The token itself is nowhere. */
export const invitationTable = pgTable('invitations', {
  id: uuid().primaryKey().defaultRandom(),
  attemptId: uuid()
    .notNull()
    .unique()
    .references(() => attemptTable.id, { onDelete: 'cascade' }),
  /** SHA-256 of the token, hex. */
  tokenHash: text().notNull().unique(),
  expiresAt: moment().notNull(),
  revokedAt: moment(),
  createdAt: moment().notNull(),
});

/** What a candidate's browser holds after opening the link: one attempt each. */
export const candidateSessionTable = pgTable(
  'candidate_sessions',
  {
    /** SHA-256 of the cookie's token, hex. */
    tokenHash: text().primaryKey(),
    invitationId: uuid()
      .notNull()
      .references(() => invitationTable.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (session) => [index().on(session.invitationId)],
);
