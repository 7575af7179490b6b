import type { Criterion } from '@assay/contracts/challenge';
import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import { challengeTable } from '#challenges/challengeTable.ts';
import { challengeTitle } from '#challenges/challengeVersions.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import { listRetired } from '#challenges/retirement.ts';
import type { Database } from '#connection/database.ts';
import { userTable } from '#people/userTable.ts';
import { roleTable } from '#roles/roleTable.ts';
import { assessmentChallengeTable, assessmentTable } from './assessmentTable.ts';

export type AssessmentRecord = typeof assessmentTable.$inferSelect;
type Row = typeof assessmentTable.$inferInsert;

/** What a version says, without what makes it a version. */
export type AssessmentTerms = Omit<
  Row,
  | 'id'
  | 'templateId'
  | 'version'
  | 'revision'
  | 'lockedAt'
  | 'note'
  | 'createdBy'
  | 'createdAt'
  | 'changedAt'
  | 'clockMode'
>;

/** The challenges of a version, in the order in which candidates see them. */
export type AssessmentChallenges = {
  challengeHashes: string[];
  /** Minutes of each challenge, in that order, when each has a clock of its own; they add up to `minutes`. */
  challengeMinutes?: number[] | undefined;
  /** What each is scored by, in that order; null for the challenge's own rubric. */
  challengeRubrics?: (Criterion[] | null)[];
};

export type NewAssessment = AssessmentTerms &
  AssessmentChallenges &
  Partial<Pick<Row, 'id' | 'templateId' | 'version' | 'note' | 'createdBy'>> & { at: Date };

const clockModeOf = ({ challengeMinutes }: AssessmentChallenges) =>
  challengeMinutes === undefined ? 'total' : 'separate';

/**
 * Adds a version of an assessment, the first of a new one unless it says otherwise; says whether it is new. An `id`
 * that exists already is left as it is. Rejects when one of the challenges is retired.
 */
export async function insertAssessment(db: Database, input: NewAssessment): Promise<boolean> {
  const { challengeHashes, challengeMinutes: _m, challengeRubrics: _r, at, ...assessment } = input;
  const retired = await listRetired(db, challengeHashes);
  if (retired.length > 0)
    throw new Error(`A new assessment cannot have ${retired.join(', ')}: retired.`);
  const id = assessment.id ?? crypto.randomUUID();
  const clockMode = clockModeOf(input);
  const [row] = await db
    .insert(assessmentTable)
    .values({ templateId: id, ...assessment, id, clockMode, createdAt: at, changedAt: at })
    .onConflictDoNothing()
    .returning({ id: assessmentTable.id });
  if (row === undefined) return false;
  await insertChallenges(db, row.id, input);
  return true;
}

async function insertChallenges(
  tx: Database,
  assessmentId: string,
  { challengeHashes, challengeMinutes, challengeRubrics }: AssessmentChallenges,
): Promise<void> {
  await tx.insert(assessmentChallengeTable).values(
    challengeHashes.map((challengeHash, position) => ({
      assessmentId,
      position,
      challengeHash,
      minutes: challengeMinutes?.[position] ?? null,
      rubric: challengeRubrics?.[position] ?? null,
    })),
  );
}

/** Changes a version that is not locked; lock its row first. */
export async function updateAssessment(
  tx: Database,
  id: string,
  { terms, challenges, at }: { terms: AssessmentTerms; challenges: AssessmentChallenges; at: Date },
): Promise<void> {
  const clockMode = clockModeOf(challenges);
  const revision = sql`${assessmentTable.revision} + 1`;
  await tx
    .update(assessmentTable)
    .set({ ...terms, clockMode, revision, changedAt: at })
    .where(eq(assessmentTable.id, id));
  await tx.delete(assessmentChallengeTable).where(eq(assessmentChallengeTable.assessmentId, id));
  await insertChallenges(tx, id, challenges);
}

/** Locks a version for good when the first invitation to it goes out. */
export async function lockTemplate(tx: Database, id: string, at: Date): Promise<void> {
  await tx
    .update(assessmentTable)
    .set({ lockedAt: at })
    .where(and(eq(assessmentTable.id, id), isNull(assessmentTable.lockedAt)));
}

export async function findAssessment(
  db: Database,
  id: string,
): Promise<AssessmentRecord | undefined> {
  const [row] = await db.select().from(assessmentTable).where(eq(assessmentTable.id, id));
  return row;
}

/** Reads a version and keeps it so until the transaction ends, invitations to it too. */
export async function lockAssessment(
  tx: Database,
  id: string,
): Promise<AssessmentRecord | undefined> {
  const [row] = await tx
    .select()
    .from(assessmentTable)
    .where(eq(assessmentTable.id, id))
    .for('update');
  return row;
}

/** All versions of an assessment, newest first, with who made them and how many people are invited to each. */
export function listAssessmentVersions(db: Database, templateId: string) {
  return db
    .select({
      id: assessmentTable.id,
      version: assessmentTable.version,
      note: assessmentTable.note,
      author: userTable.name,
      createdAt: assessmentTable.createdAt,
      lockedAt: assessmentTable.lockedAt,
      invited: count(attemptTable.id),
    })
    .from(assessmentTable)
    .leftJoin(userTable, eq(userTable.id, assessmentTable.createdBy))
    .leftJoin(attemptTable, eq(attemptTable.assessmentId, assessmentTable.id))
    .where(eq(assessmentTable.templateId, templateId))
    .groupBy(assessmentTable.id, userTable.name)
    .orderBy(desc(assessmentTable.version));
}

/** The challenges of an assessment, in order, each with the version that new invitations get now. */
export function listAssessmentChallenges(db: Database, assessmentId: string) {
  return db
    .select({
      slug: challengeVersionTable.slug,
      title: challengeTitle,
      minutes: assessmentChallengeTable.minutes,
      rubric: assessmentChallengeTable.rubric,
      retiredAt: challengeTable.retiredAt,
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

/** The newest version of each assessment, by title. */
export async function listAssessments(db: Database) {
  const newest = db
    .selectDistinctOn([assessmentTable.templateId])
    .from(assessmentTable)
    .orderBy(assessmentTable.templateId, desc(assessmentTable.version))
    .as('newest');
  const assessments = await db
    .select({
      id: newest.id,
      templateId: newest.templateId,
      title: newest.title,
      version: newest.version,
      lockedAt: newest.lockedAt,
      changedAt: newest.changedAt,
      minutes: newest.minutes,
      clockMode: newest.clockMode,
      aiAssistants: newest.aiAssistants,
      documentation: newest.documentation,
      paste: newest.paste,
      interview: newest.interview,
      role: roleTable.title,
    })
    .from(newest)
    .leftJoin(roleTable, eq(roleTable.id, newest.roleId))
    .orderBy(asc(newest.title), asc(newest.id));
  const invited = await db
    .select({ templateId: assessmentTable.templateId, invited: count() })
    .from(attemptTable)
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .groupBy(assessmentTable.templateId);
  const invitedTo = new Map(invited.map((row) => [row.templateId, row.invited]));
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
  return assessments.map(({ templateId, ...assessment }) => ({
    ...assessment,
    invited: invitedTo.get(templateId) ?? 0,
    challenges: (of.get(assessment.id) ?? []).map(({ slug, title }) => ({ slug, title })),
  }));
}

/** What one challenge of a version is scored by instead of its own rubric. */
export async function findOwnRubric(
  db: Database,
  { assessmentId, slug }: { assessmentId: string; slug: string },
): Promise<Criterion[] | undefined> {
  const [row] = await db
    .select({ rubric: assessmentChallengeTable.rubric })
    .from(assessmentChallengeTable)
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, assessmentChallengeTable.challengeHash),
    )
    .where(
      and(
        eq(assessmentChallengeTable.assessmentId, assessmentId),
        eq(challengeVersionTable.slug, slug),
      ),
    );
  return row?.rubric ?? undefined;
}

/** What challenges of an attempt are scored by instead of their own rubrics, by their names. */
export async function listOwnRubrics(
  db: Database,
  attemptId: string,
): Promise<ReadonlyMap<string, Criterion[]>> {
  const rows = await db
    .select({ slug: challengeVersionTable.slug, rubric: assessmentChallengeTable.rubric })
    .from(attemptTable)
    .innerJoin(
      assessmentChallengeTable,
      eq(assessmentChallengeTable.assessmentId, attemptTable.assessmentId),
    )
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, assessmentChallengeTable.challengeHash),
    )
    .where(and(eq(attemptTable.id, attemptId), isNotNull(assessmentChallengeTable.rubric)));
  return new Map(rows.flatMap(({ slug, rubric }) => (rubric === null ? [] : [[slug, rubric]])));
}
