import type { ChallengeVersion } from '@assay/contracts/challenge';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { challengeVersionTable } from './challengeVersionTable.ts';

/** The title of a challenge, without loading all of its content. */
export const challengeTitle = sql<string>`${challengeVersionTable.content} #>> '{manifest,title}'`;

/** Keeps a version; says whether it is new. The same hash again changes nothing. */
export async function insertChallengeVersion(
  db: Database,
  content: ChallengeVersion,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .insert(challengeVersionTable)
    .values({ hash: content.judged.hash, slug: content.judged.slug, content, registeredAt: at })
    .onConflictDoNothing()
    .returning({ hash: challengeVersionTable.hash });
  return rows.length > 0;
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
