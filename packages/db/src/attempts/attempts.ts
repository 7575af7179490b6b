import { and, asc, eq, lte } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { listAssessmentChallenges } from '#assessments/assessments.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { attemptChallengeTable, attemptTable } from './attemptTable.ts';

export type AttemptRecord = typeof attemptTable.$inferSelect;
/** A challenge of an attempt, pinned to the version that the attempt started with. */
export type PinnedChallenge = { slug: string; hash: string };

/** Adds an attempt with the versions that its assessment has now; `undefined` for an unknown assessment. */
export async function insertAttempt(
  tx: Database,
  input: {
    id?: string;
    assessmentId: string;
    candidateName: string;
    candidateEmail: string;
    seed: number;
    at: Date;
  },
): Promise<AttemptRecord | undefined> {
  const challenges = await listAssessmentChallenges(tx, input.assessmentId);
  if (challenges.length === 0) return undefined;
  const [candidate] = await tx
    .insert(candidateTable)
    .values({
      name: input.candidateName,
      email: input.candidateEmail.toLowerCase(),
      createdAt: input.at,
    })
    .onConflictDoUpdate({ target: candidateTable.email, set: { name: input.candidateName } })
    .returning({ id: candidateTable.id });
  if (candidate === undefined) return undefined;
  const [attempt] = await tx
    .insert(attemptTable)
    .values({
      ...(input.id !== undefined && { id: input.id }),
      assessmentId: input.assessmentId,
      candidateId: candidate.id,
      seed: input.seed,
      createdAt: input.at,
    })
    .returning();
  if (attempt === undefined) return undefined;
  await tx.insert(attemptChallengeTable).values(
    challenges.map(({ slug, hash }, position) => ({
      attemptId: attempt.id,
      slug,
      position,
      challengeHash: hash,
    })),
  );
  return attempt;
}

/** An attempt with its candidate and its assessment. */
export async function findAttempt(db: Database, attemptId: string) {
  const [row] = await db
    .select({ attempt: attemptTable, candidate: candidateTable, assessment: assessmentTable })
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(eq(attemptTable.id, attemptId));
  return row;
}

/** The challenges of an attempt, in order. */
export function listPinnedChallenges(db: Database, attemptId: string): Promise<PinnedChallenge[]> {
  return db
    .select({ slug: attemptChallengeTable.slug, hash: attemptChallengeTable.challengeHash })
    .from(attemptChallengeTable)
    .where(eq(attemptChallengeTable.attemptId, attemptId))
    .orderBy(asc(attemptChallengeTable.position));
}

/**
 * Reads an attempt and keeps it so until the transaction ends: `share` lets others read it so too,
 * `update` waits for all of them. What changes an attempt's work takes `share`, what ends it `update`.
 */
export async function lockAttempt(
  tx: Database,
  attemptId: string,
  strength: 'share' | 'update',
): Promise<AttemptRecord | undefined> {
  const [row] = await tx
    .select()
    .from(attemptTable)
    .where(eq(attemptTable.id, attemptId))
    .for(strength);
  return row;
}

export async function updateAttempt(
  tx: Database,
  attemptId: string,
  change: Partial<Pick<AttemptRecord, 'state' | 'startedAt' | 'deadline' | 'finishedAt'>>,
): Promise<void> {
  await tx.update(attemptTable).set(change).where(eq(attemptTable.id, attemptId));
}

/** Attempts whose clock ran out and that nothing has ended yet. */
export async function listOverdueAttempts(db: Database, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: attemptTable.id })
    .from(attemptTable)
    .where(and(eq(attemptTable.state, 'running'), lte(attemptTable.deadline, now)));
  return rows.map((row) => row.id);
}

/** Attempts whose clock runs, with their deadlines. */
export async function listRunningAttempts(db: Database): Promise<{ id: string; deadline: Date }[]> {
  const rows = await db
    .select({ id: attemptTable.id, deadline: attemptTable.deadline })
    .from(attemptTable)
    .where(eq(attemptTable.state, 'running'));
  return rows.flatMap(({ id, deadline }) => (deadline === null ? [] : [{ id, deadline }]));
}
