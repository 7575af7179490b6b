import type { CandidateSource } from '@assay/contracts/http';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';

/** A link to one attempt. The token itself is nowhere: it is made again from the id and `link`. */
export const invitationTable = pgTable(
  'invitations',
  {
    id: uuid().primaryKey().defaultRandom(),
    attemptId: uuid()
      .notNull()
      .unique()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token, hex. */
    tokenHash: text().notNull().unique(),
    /** Which link of this invitation works: each new one ends the one before. */
    link: integer().notNull().default(1),
    /** Where the candidate was found; null when nobody said. Reviewers never see it. */
    source: text().$type<CandidateSource>(),
    /** What another system calls this candidacy; null when it has no name there. Removed with the person. */
    externalId: text(),
    expiresAt: moment().notNull(),
    /** How long before its end a candidate who has not started is reminded, days; null for never. */
    remindDays: integer(),
    revokedAt: moment(),
    createdAt: moment().notNull(),
  },
  (invitation) => [index().on(invitation.externalId)],
);

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
