import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';
import { challengeVersionTable } from './challengeVersionTable.ts';

const anyVersion = () => text().references(() => challengeVersionTable.hash);
const version = () => anyVersion().notNull();

/** Which versions of a challenge matter now. */
export const challengeTable = pgTable('challenges', {
  slug: text().primaryKey(),
  /** The newest: what authors open. */
  headHash: version(),
  /** What new invitations get; null for one that was made here and has not passed the gate yet. */
  currentHash: anyVersion(),
  /** What the repository's folder held at the last start; null when there is no such folder any more. */
  folderHash: anyVersion(),
  /** Since when no new assessment may have it; null for one that is offered. */
  retiredAt: moment(),
});

/** How a challenge became what it is: each version that its folder had, and each that somebody saved. */
export const challengeRevisionTable = pgTable(
  'challenge_revisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text()
      .notNull()
      .references(() => challengeTable.slug),
    hash: version(),
    origin: text().$type<'folder' | 'saved'>().notNull(),
    /** Null for what came from the folder. */
    authorId: text().references(() => userTable.id),
    note: text().notNull(),
    at: moment().notNull(),
  },
  (revision) => [index().on(revision.slug, revision.id)],
);
