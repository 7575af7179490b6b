import { and, asc, count, countDistinct, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { assessmentChallengeTable, assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptChallengeTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';
import { challengeRevisionTable, challengeTable } from './challengeTable.ts';
import { challengeVersionTable } from './challengeVersionTable.ts';
import { verificationTable } from './verificationTable.ts';

/** Takes a challenge out of what new assessments may have, or with `null` puts it back. */
export async function setRetired(tx: Database, slug: string, at: Date | null): Promise<void> {
  await tx.update(challengeTable).set({ retiredAt: at }).where(eq(challengeTable.slug, slug));
}

/** The names of those challenges, among these versions, that are retired. */
export async function listRetired(db: Database, hashes: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ slug: challengeTable.slug })
    .from(challengeVersionTable)
    .innerJoin(challengeTable, eq(challengeTable.slug, challengeVersionTable.slug))
    .where(and(inArray(challengeVersionTable.hash, hashes), isNotNull(challengeTable.retiredAt)));
  return rows.map(({ slug }) => slug);
}

/** Who holds versions of a challenge: assessments by title, how many attempts, and how many live sessions. */
export async function findUses(
  db: Database,
  slug: string,
): Promise<{ assessments: string[]; attempts: number; sessions: number }> {
  const assessments = await db
    .selectDistinct({ id: assessmentTable.id, title: assessmentTable.title })
    .from(assessmentChallengeTable)
    .innerJoin(assessmentTable, eq(assessmentTable.id, assessmentChallengeTable.assessmentId))
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, assessmentChallengeTable.challengeHash),
    )
    .where(eq(challengeVersionTable.slug, slug))
    .orderBy(asc(assessmentTable.title));
  const [held] = await db
    .select({ attempts: countDistinct(attemptChallengeTable.attemptId) })
    .from(attemptChallengeTable)
    .where(eq(attemptChallengeTable.slug, slug));
  const [live] = await db
    .select({ sessions: count() })
    .from(liveSessionTable)
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, liveSessionTable.challengeHash),
    )
    .where(eq(challengeVersionTable.slug, slug));
  return {
    // Versions of one assessment mostly have the same title.
    assessments: [...new Set(assessments.map(({ title }) => title))],
    attempts: held?.attempts ?? 0,
    sessions: live?.sessions ?? 0,
  };
}

/** Whether a challenge was ever read from the repository's folder. */
export async function cameFromFolder(db: Database, slug: string): Promise<boolean> {
  const rows = await db
    .select({ slug: challengeTable.slug })
    .from(challengeTable)
    .leftJoin(challengeRevisionTable, eq(challengeRevisionTable.slug, challengeTable.slug))
    .where(
      and(
        eq(challengeTable.slug, slug),
        or(isNotNull(challengeTable.folderHash), eq(challengeRevisionTable.origin, 'folder')),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * Deletes a challenge with its history, its versions and their verifications; gives the ids of those that
 * were waiting. Rejects when anything holds one of the versions.
 */
export async function deleteChallenge(tx: Database, slug: string): Promise<string[]> {
  const verifications = await tx
    .delete(verificationTable)
    .where(eq(verificationTable.slug, slug))
    .returning({ id: verificationTable.id, state: verificationTable.state });
  await tx.delete(challengeRevisionTable).where(eq(challengeRevisionTable.slug, slug));
  await tx.delete(challengeTable).where(eq(challengeTable.slug, slug));
  await tx.delete(challengeVersionTable).where(eq(challengeVersionTable.slug, slug));
  return verifications.filter(({ state }) => state === 'queued').map(({ id }) => id);
}
