import type { ChallengeVersion } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { challengeVersionTable } from './challengeVersionTable.ts';

/** The title of a challenge, without loading all of its content. */
export const challengeTitle = sql<string>`${challengeVersionTable.content} #>> '{manifest,title}'`;

/**
 * Keeps a version, with all files as their author keeps them. The same hash again changes nothing, but adds
 * the files where they are missing.
 */
export async function insertChallengeVersion(
  db: Database,
  content: ChallengeVersion,
  at: Date,
  source: Files | null = null,
): Promise<void> {
  const { hash, slug } = content.judged;
  await db
    .insert(challengeVersionTable)
    .values({ hash, slug, content, source, registeredAt: at })
    .onConflictDoUpdate({
      target: challengeVersionTable.hash,
      set: { source },
      setWhere: isNull(challengeVersionTable.source),
    });
}

export async function findChallengeVersion(
  db: Database,
  hash: string,
): Promise<ChallengeVersion | undefined> {
  const [row] = await db
    .select({ content: challengeVersionTable.content })
    .from(challengeVersionTable)
    .where(eq(challengeVersionTable.hash, hash));
  return row?.content;
}

/** The challenge that a version is of. */
export async function findOwner(db: Database, hash: string): Promise<string | undefined> {
  const [row] = await db
    .select({ slug: challengeVersionTable.slug })
    .from(challengeVersionTable)
    .where(eq(challengeVersionTable.hash, hash));
  return row?.slug;
}

/** All files of a version, as their author keeps them. */
export async function findChallengeSource(
  db: Database,
  slug: string,
  hash: string,
): Promise<Files | undefined> {
  const [row] = await db
    .select({ slug: challengeVersionTable.slug, source: challengeVersionTable.source })
    .from(challengeVersionTable)
    .where(eq(challengeVersionTable.hash, hash));
  return row?.slug === slug ? (row.source ?? undefined) : undefined;
}
