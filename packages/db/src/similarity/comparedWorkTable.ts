import type { Files } from '@assay/contracts/workspace';
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';
import { submissionTable } from '#submissions/submissionTable.ts';

/**
 * What works on a challenge are compared by: a submission against the hidden tests, or a solution that is known.
 * Counts are of pieces: runs of a few tokens, each counted once.
 */
export const comparedWorkTable = pgTable(
  'compared_works',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    challenge: text().notNull(),
    submissionId: uuid().references(() => submissionTable.id, { onDelete: 'cascade' }),
    attemptId: uuid().references(() => attemptTable.id, { onDelete: 'cascade' }),
    /** The name of a known solution. */
    known: text(),
    knownFiles: json().$type<Files>(),
    /** By which way of reading the pieces came about; 0 before it was read. */
    version: integer().notNull().default(0),
    /** Pieces that were not given to everybody. */
    own: integer().notNull().default(0),
    /** Pieces of the starter and the statement. */
    given: integer().notNull().default(0),
    /** Of the own pieces, those that too many attempts have to say anything, at the last comparison. */
    frequent: integer().notNull().default(0),
    /** Files that could not be read. */
    unread: integer().notNull().default(0),
    /** When it was last compared with all others that were there. */
    comparedAt: moment(),
    /** How many other attempts those were of. */
    comparedWith: integer(),
  },
  (work) => [
    uniqueIndex('compared_works_submission').on(work.submissionId),
    uniqueIndex('compared_works_known').on(work.challenge, work.known),
    index().on(work.attemptId),
    check(
      'compared_works_one_kind',
      sql`(${work.submissionId} is null) = (${work.known} is not null) and (${work.submissionId} is null) = (${work.attemptId} is null)`,
    ),
  ],
);

/** The own pieces of a work, by their hashes. Ordered so that those who share a piece stand together. */
export const fingerprintTable = pgTable(
  'fingerprints',
  {
    challenge: text().notNull(),
    hash: integer().notNull(),
    workId: integer()
      .notNull()
      .references(() => comparedWorkTable.id, { onDelete: 'cascade' }),
  },
  (row) => [
    primaryKey({ columns: [row.challenge, row.hash, row.workId] }),
    index('fingerprints_work').on(row.workId),
  ],
);

/** Two works that share more than works do by chance. */
export const similarPairTable = pgTable(
  'similar_pairs',
  {
    /** The smaller id of the two. */
    firstId: integer()
      .notNull()
      .references(() => comparedWorkTable.id, { onDelete: 'cascade' }),
    secondId: integer()
      .notNull()
      .references(() => comparedWorkTable.id, { onDelete: 'cascade' }),
    /** Pieces that both have. */
    shared: integer().notNull(),
    /** Of the pieces of the smaller of the two, percent. */
    percent: integer().notNull(),
  },
  (pair) => [primaryKey({ columns: [pair.firstId, pair.secondId] }), index().on(pair.secondId)],
);
