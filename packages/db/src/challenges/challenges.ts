import { and, desc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { userTable } from '#people/userTable.ts';
import { challengeRevisionTable, challengeTable } from './challengeTable.ts';
import { proofs } from './verifications.ts';

export type ChallengeRecord = typeof challengeTable.$inferSelect;

/**
 * Takes note of the version that a challenge's folder holds; it has to be stored. A challenge that follows its
 * folder goes on to it. One that somebody has saved since stays as it is, and the version waits in its history.
 * Says whether the version is new there.
 */
export async function keepFolderVersion(
  tx: Database,
  { slug, hash, at }: { slug: string; hash: string; at: Date },
): Promise<boolean> {
  const [added] = await tx
    .insert(challengeTable)
    .values({ slug, headHash: hash, currentHash: hash, folderHash: hash })
    .onConflictDoNothing()
    .returning();
  const known = added ?? (await lockChallenge(tx, slug));
  if (known === undefined) throw new Error(`Challenge ${slug} vanished.`);
  if (added === undefined) {
    if (known.folderHash === hash) return false;
    const follows = known.headHash === known.folderHash;
    await tx
      .update(challengeTable)
      .set({ folderHash: hash, ...(follows && { headHash: hash, currentHash: hash }) })
      .where(eq(challengeTable.slug, slug));
    // A folder that was away for a start is no news.
    if (known.folderHash === null && (await hasRevision(tx, slug, hash))) return false;
  }
  await tx.insert(challengeRevisionTable).values({ slug, hash, origin: 'folder', note: '', at });
  return true;
}

async function hasRevision(tx: Database, slug: string, hash: string): Promise<boolean> {
  const rows = await tx
    .select({ id: challengeRevisionTable.id })
    .from(challengeRevisionTable)
    .where(
      and(
        eq(challengeRevisionTable.slug, slug),
        eq(challengeRevisionTable.hash, hash),
        eq(challengeRevisionTable.origin, 'folder'),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Takes note that all challenges but these have no folder any more; what is stored of them stays. */
export async function forgetOtherFolders(tx: Database, slugs: string[]): Promise<void> {
  await tx
    .update(challengeTable)
    .set({ folderHash: null })
    .where(and(isNotNull(challengeTable.folderHash), notInArray(challengeTable.slug, slugs)));
}

/** Adds a challenge whose first version is stored; says whether there was none of that name. */
export async function insertChallenge(
  tx: Database,
  { slug, hash }: { slug: string; hash: string },
): Promise<boolean> {
  const added = await tx
    .insert(challengeTable)
    .values({ slug, headHash: hash })
    .onConflictDoNothing()
    .returning({ slug: challengeTable.slug });
  return added.length > 0;
}

/** Makes a stored version the newest of a challenge, and with `inUse` the one that new invitations get. */
export async function saveRevision(
  tx: Database,
  input: {
    slug: string;
    hash: string;
    authorId: string;
    note: string;
    at: Date;
    inUse: boolean;
  },
): Promise<void> {
  const { inUse, ...revision } = input;
  await tx
    .update(challengeTable)
    .set({ headHash: input.hash, ...(inUse && { currentHash: input.hash }) })
    .where(eq(challengeTable.slug, input.slug));
  await tx.insert(challengeRevisionTable).values({ ...revision, origin: 'saved' });
}

/** Lets new invitations get a version, if it is the newest of its challenge; says whether it is and was not before. */
export async function useHead(tx: Database, slug: string, hash: string): Promise<boolean> {
  const challenge = await lockChallenge(tx, slug);
  if (challenge?.headHash !== hash || challenge.currentHash === hash) return false;
  await tx.update(challengeTable).set({ currentHash: hash }).where(eq(challengeTable.slug, slug));
  return true;
}

/** A challenge as it stands now. */
export async function findChallenge(
  db: Database,
  slug: string,
): Promise<ChallengeRecord | undefined> {
  const [row] = await db.select().from(challengeTable).where(eq(challengeTable.slug, slug));
  return row;
}

/** The challenges that can be given to somebody, with the version that is in use. */
export async function listChallengesInUse(db: Database): Promise<{ slug: string; hash: string }[]> {
  const rows = await db
    .select({ slug: challengeTable.slug, hash: challengeTable.currentHash })
    .from(challengeTable)
    .where(and(isNotNull(challengeTable.currentHash), isNull(challengeTable.retiredAt)))
    .orderBy(challengeTable.slug);
  return rows.flatMap(({ slug, hash }) => (hash === null ? [] : [{ slug, hash }]));
}

/** Reads a challenge and keeps it so until the transaction ends. */
export async function lockChallenge(
  tx: Database,
  slug: string,
): Promise<ChallengeRecord | undefined> {
  const [row] = await tx
    .select()
    .from(challengeTable)
    .where(eq(challengeTable.slug, slug))
    .for('update');
  return row;
}

/** A challenge's history, newest first. */
export function listRevisions(db: Database, slug: string) {
  const proof = proofs(db);
  return db
    .select({ revision: challengeRevisionTable, author: userTable.name, ok: proof.ok })
    .from(challengeRevisionTable)
    .leftJoin(userTable, eq(userTable.id, challengeRevisionTable.authorId))
    .leftJoin(proof, eq(proof.hash, challengeRevisionTable.hash))
    .where(eq(challengeRevisionTable.slug, slug))
    .orderBy(desc(challengeRevisionTable.id));
}
