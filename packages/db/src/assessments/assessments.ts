import type { ClockMode, FeedbackPolicy, Permission } from '@assay/contracts/http';
import { asc, eq, sql } from 'drizzle-orm';
import { challengeTable } from '#challenges/challengeTable.ts';
import { challengeTitle } from '#challenges/challengeVersions.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import { listRetired } from '#challenges/retirement.ts';
import type { Database } from '#connection/database.ts';
import { assessmentChallengeTable, assessmentTable } from './assessmentTable.ts';

export type NewAssessment = {
  id?: string;
  title: string;
  organisation: string;
  minutes: number;
  aiAssistants?: Permission;
  documentation?: Permission;
  rules: string[];
  recorded: string[];
  /** 180 unless said. */
  retentionDays?: number;
  feedback?: FeedbackPolicy;
  /** In the order in which candidates see them. */
  challengeHashes: string[];
  /** Minutes of each challenge, in that order, when each has a clock of its own; they add up to `minutes`. */
  challengeMinutes?: number[];
  at: Date;
};

/**
 * Adds an assessment; says whether it is new. An `id` that exists already is left as it is.
 * Rejects when one of the challenges is retired.
 */
export async function insertAssessment(db: Database, input: NewAssessment): Promise<boolean> {
  const { challengeHashes, challengeMinutes, at, ...assessment } = input;
  const retired = await listRetired(db, challengeHashes);
  if (retired.length > 0)
    throw new Error(`A new assessment cannot have ${retired.join(', ')}: retired.`);
  const clockMode: ClockMode = challengeMinutes === undefined ? 'total' : 'separate';
  const [row] = await db
    .insert(assessmentTable)
    .values({ ...assessment, clockMode, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: assessmentTable.id });
  if (row === undefined) return false;
  await db.insert(assessmentChallengeTable).values(
    challengeHashes.map((challengeHash, position) => ({
      assessmentId: row.id,
      position,
      challengeHash,
      minutes: challengeMinutes?.[position] ?? null,
    })),
  );
  return true;
}

/** The challenges of an assessment, in order, each with the version that new invitations get now. */
export function listAssessmentChallenges(db: Database, assessmentId: string) {
  return db
    .select({
      slug: challengeVersionTable.slug,
      minutes: assessmentChallengeTable.minutes,
      // Without a row of its own the challenge has no other version than this one.
      hash: sql<string>`coalesce(${challengeTable.currentHash}, ${challengeVersionTable.hash})`,
    })
    .from(assessmentChallengeTable)
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, assessmentChallengeTable.challengeHash),
    )
    .leftJoin(challengeTable, eq(challengeTable.slug, challengeVersionTable.slug))
    .where(eq(assessmentChallengeTable.assessmentId, assessmentId))
    .orderBy(asc(assessmentChallengeTable.position));
}

export async function listAssessments(db: Database) {
  const assessments = await db
    .select({
      id: assessmentTable.id,
      title: assessmentTable.title,
      minutes: assessmentTable.minutes,
      clockMode: assessmentTable.clockMode,
      aiAssistants: assessmentTable.aiAssistants,
      documentation: assessmentTable.documentation,
    })
    .from(assessmentTable)
    .orderBy(asc(assessmentTable.title), asc(assessmentTable.id));
  const challenges = await db
    .select({
      assessmentId: assessmentChallengeTable.assessmentId,
      slug: challengeVersionTable.slug,
      title: challengeTitle,
    })
    .from(assessmentChallengeTable)
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, assessmentChallengeTable.challengeHash),
    )
    .orderBy(asc(assessmentChallengeTable.position));
  const of = Map.groupBy(challenges, (challenge) => challenge.assessmentId);
  return assessments.map((assessment) => ({
    ...assessment,
    challenges: (of.get(assessment.id) ?? []).map(({ slug, title }) => ({ slug, title })),
  }));
}
