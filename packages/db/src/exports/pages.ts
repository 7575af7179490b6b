import { asc, eq, getTableColumns, gt, inArray, isNotNull } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { scorecardTable } from '#live/scorecardTable.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { stageAt } from '#pipeline/stages.ts';
import { roleTable } from '#roles/roleTable.ts';
import { submissionTable, verdictTable } from '#submissions/submissionTable.ts';

/** Which page of a table: what comes after an id, in the order of ids. */
export type PageOf = { after: string | undefined; limit: number };

/** Reads whole tables in pages, so that no more than a page is in memory. */
export const exportPages = {
  roles: (db: Database, { after, limit }: PageOf) =>
    db
      .select()
      .from(roleTable)
      .where(after === undefined ? undefined : gt(roleTable.id, after))
      .orderBy(asc(roleTable.id))
      .limit(limit),
  assessments: (db: Database, { after, limit }: PageOf) =>
    db
      .select()
      .from(assessmentTable)
      .where(after === undefined ? undefined : gt(assessmentTable.id, after))
      .orderBy(asc(assessmentTable.id))
      .limit(limit),
  candidates: (db: Database, { after, limit }: PageOf) =>
    db
      .select()
      .from(candidateTable)
      .where(after === undefined ? undefined : gt(candidateTable.id, after))
      .orderBy(asc(candidateTable.id))
      .limit(limit),
  invitations: (db: Database, { after, limit }: PageOf) =>
    db
      .select()
      .from(invitationTable)
      .where(after === undefined ? undefined : gt(invitationTable.id, after))
      .orderBy(asc(invitationTable.id))
      .limit(limit),
  submissions: (db: Database, { after, limit }: PageOf) => {
    const { files: _files, ...columns } = getTableColumns(submissionTable);
    return db
      .select({ ...columns, verdict: verdictTable.verdict, recordedAt: verdictTable.recordedAt })
      .from(submissionTable)
      .leftJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
      .where(after === undefined ? undefined : gt(submissionTable.id, after))
      .orderBy(asc(submissionTable.id))
      .limit(limit);
  },
  /** Candidates with cards of kits. */
  carded: (db: Database, { after, limit }: PageOf) =>
    db
      .selectDistinct({ id: candidateTable.id })
      .from(scorecardTable)
      .innerJoin(candidateTable, eq(candidateTable.id, scorecardTable.candidateId))
      .where(after === undefined ? undefined : gt(candidateTable.id, after))
      .orderBy(asc(candidateTable.id))
      .limit(limit),
};

/** The live sessions that have scorecards. */
export async function listCardedSessions(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: scorecardTable.sessionId })
    .from(scorecardTable)
    .where(isNotNull(scorecardTable.sessionId))
    .orderBy(asc(scorecardTable.sessionId));
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Where the candidates of attempts stand. */
export async function listStages(db: Database, attemptIds: string[], now: Date) {
  if (attemptIds.length === 0) return new Map<string, never>();
  const rows = await db
    .select({ id: attemptTable.id, stage: stageAt(now) })
    .from(attemptTable)
    .innerJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .where(inArray(attemptTable.id, attemptIds));
  return new Map(rows.map(({ id, stage }) => [id, stage]));
}
