import { and, asc, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { listAssessmentChallenges, lockTemplate } from '#assessments/assessments.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { attemptChallengeTable, attemptTable } from './attemptTable.ts';

export type AttemptRecord = typeof attemptTable.$inferSelect;
/** A challenge of an attempt, pinned to the version that the attempt started with; its clock, where it has its own. */
export type PinnedChallenge = { slug: string; hash: string } & Pick<
  typeof attemptChallengeTable.$inferSelect,
  'language' | 'minutes' | 'startedAt' | 'deadline' | 'finishedAt'
>;

/**
 * Adds an attempt with the versions that its assessment has now, and locks that one: it says from now on what it said
 * to the first who was invited. `undefined` for an unknown assessment.
 */
export async function insertAttempt(
  tx: Database,
  input: {
    id?: string;
    assessmentId: string;
    candidateName: string;
    candidateEmail: string;
    timePercent?: number;
    seed: number;
    at: Date;
  },
): Promise<AttemptRecord | undefined> {
  await lockTemplate(tx, input.assessmentId, input.at);
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
      ...(input.timePercent !== undefined && { timePercent: input.timePercent }),
      createdAt: input.at,
    })
    .returning();
  if (attempt === undefined) return undefined;
  await tx.insert(attemptChallengeTable).values(
    challenges.map(({ slug, hash, minutes }, position) => ({
      attemptId: attempt.id,
      slug,
      position,
      challengeHash: hash,
      minutes,
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

const pinned = {
  slug: attemptChallengeTable.slug,
  hash: attemptChallengeTable.challengeHash,
  language: attemptChallengeTable.language,
  minutes: attemptChallengeTable.minutes,
  startedAt: attemptChallengeTable.startedAt,
  deadline: attemptChallengeTable.deadline,
  finishedAt: attemptChallengeTable.finishedAt,
};

/** The challenges of an attempt, in order. */
export function listPinnedChallenges(db: Database, attemptId: string): Promise<PinnedChallenge[]> {
  return db
    .select(pinned)
    .from(attemptChallengeTable)
    .where(eq(attemptChallengeTable.attemptId, attemptId))
    .orderBy(asc(attemptChallengeTable.position));
}

/** One challenge of an attempt. */
export async function findPinnedChallenge(
  db: Database,
  { attemptId, challenge }: { attemptId: string; challenge: string },
): Promise<PinnedChallenge | undefined> {
  const [row] = await db
    .select(pinned)
    .from(attemptChallengeTable)
    .where(
      and(
        eq(attemptChallengeTable.attemptId, attemptId),
        eq(attemptChallengeTable.slug, challenge),
      ),
    );
  return row;
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
  change: Partial<
    Pick<
      AttemptRecord,
      | 'state'
      | 'startedAt'
      | 'deadline'
      | 'finishedAt'
      | 'timePercent'
      | 'withdrawnAt'
      | 'reviewsWanted'
    >
  >,
): Promise<void> {
  await tx.update(attemptTable).set(change).where(eq(attemptTable.id, attemptId));
}

/** Changes the clock of one challenge, where each has its own, or what it is to begin in. */
export async function updatePinnedChallenge(
  tx: Database,
  { attemptId, slug }: { attemptId: string; slug: string },
  change: Partial<Pick<PinnedChallenge, 'language' | 'startedAt' | 'deadline' | 'finishedAt'>>,
): Promise<void> {
  await tx
    .update(attemptChallengeTable)
    .set(change)
    .where(
      and(eq(attemptChallengeTable.attemptId, attemptId), eq(attemptChallengeTable.slug, slug)),
    );
}

const challengeRuns = and(
  isNotNull(attemptChallengeTable.startedAt),
  isNull(attemptChallengeTable.finishedAt),
);

/** Running attempts of which a clock ran out that nothing has ended yet: their own, or that of a challenge. */
export async function listOverdueAttempts(db: Database, now: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: attemptTable.id })
    .from(attemptTable)
    .innerJoin(attemptChallengeTable, eq(attemptChallengeTable.attemptId, attemptTable.id))
    .where(
      and(
        eq(attemptTable.state, 'running'),
        or(
          lte(attemptTable.deadline, now),
          and(challengeRuns, lte(attemptChallengeTable.deadline, now)),
        ),
      ),
    );
  return rows.map((row) => row.id);
}

/** The deadlines of all clocks that run: of attempts, and of challenges with clocks of their own. */
export async function listDeadlines(db: Database): Promise<{ id: string; deadline: Date }[]> {
  const rows = await db
    .select({
      id: attemptTable.id,
      whole: attemptTable.deadline,
      own: sql<Date | null>`case when ${challengeRuns} then ${attemptChallengeTable.deadline} end`.mapWith(
        attemptChallengeTable.deadline,
      ),
    })
    .from(attemptTable)
    .innerJoin(attemptChallengeTable, eq(attemptChallengeTable.attemptId, attemptTable.id))
    .where(eq(attemptTable.state, 'running'));
  return rows.flatMap(({ id, whole, own }) =>
    [whole, own].flatMap((deadline) => (deadline === null ? [] : [{ id, deadline }])),
  );
}

/** Running attempts that began before `at`. */
export async function listRunningSince(db: Database, at: Date): Promise<string[]> {
  const rows = await db
    .select({ id: attemptTable.id })
    .from(attemptTable)
    .where(and(eq(attemptTable.state, 'running'), lt(attemptTable.startedAt, at)));
  return rows.map((row) => row.id);
}
