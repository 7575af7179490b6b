import type { CandidateSource, Stage } from '@assay/contracts/http';
import { and, count, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { invitationTable } from '#invitations/invitationTable.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { ofAnyVersion } from './ofAnyVersion.ts';
import { lastOutcome, stageAt, stageConditions, stageSince } from './stages.ts';

export type CandidateFilter = {
  stage?: Stage | undefined;
  /** With all versions of that assessment. */
  assessmentId?: string | undefined;
  source?: CandidateSource | 'none' | undefined;
  /** In name or address. */
  search?: string | undefined;
  /** Exactly. */
  externalId?: string | undefined;
};

/** Which candidates a filter lets through. Erased ones are nobody any more. */
function whereOf(db: Database, filter: CandidateFilter, now: Date) {
  const pattern = `%${(filter.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    filter.stage && stageConditions(now)[filter.stage],
    isNull(attemptTable.erasedAt),
    filter.assessmentId ? ofAnyVersion(db, filter.assessmentId) : undefined,
    filter.source === 'none'
      ? isNull(invitationTable.source)
      : filter.source && eq(invitationTable.source, filter.source),
    filter.externalId ? eq(invitationTable.externalId, filter.externalId) : undefined,
    filter.search
      ? or(ilike(candidateTable.name, pattern), ilike(candidateTable.email, pattern))
      : undefined,
  );
}

/** The statement behind a page of candidates, newest invitation first. */
export function candidatePage(
  db: Database,
  filter: CandidateFilter & { page: number; pageSize: number },
  now: Date,
) {
  return db
    .select({
      invitation: invitationTable,
      attempt: attemptTable,
      candidateName: candidateTable.name,
      candidateEmail: candidateTable.email,
      assessmentTitle: assessmentTable.title,
      stage: stageAt(now),
      since: stageSince(now),
    })
    .from(attemptTable)
    .innerJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(whereOf(db, filter, now))
    .orderBy(desc(attemptTable.createdAt), desc(attemptTable.id))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
}

type CandidateRecord = Awaited<ReturnType<typeof candidatePage>>[number];

/** One page of candidates with where they stand, and how many there are in all; `page` counts from 1. */
export async function listCandidates(
  db: Database,
  filter: CandidateFilter & { page: number; pageSize: number },
  now: Date,
): Promise<{ rows: CandidateRecord[]; total: number }> {
  const [found] = await db
    .select({ total: count() })
    .from(attemptTable)
    .innerJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .where(whereOf(db, filter, now));
  const rows = await candidatePage(db, filter, now);
  return { rows, total: found?.total ?? 0 };
}

/** What became of those who were found in each place. Erased ones count: they are numbers of nobody. */
export function countSources(db: Database, filter: { assessmentId?: string | undefined }) {
  return db
    .select({
      source: invitationTable.source,
      invited: count(),
      started: count(attemptTable.startedAt),
      finished: count(attemptTable.finishedAt),
      advanced: sql<number>`count(*) filter (where ${lastOutcome} = 'advance')`.mapWith(Number),
    })
    .from(invitationTable)
    .innerJoin(attemptTable, eq(attemptTable.id, invitationTable.attemptId))
    .where(filter.assessmentId ? ofAnyVersion(db, filter.assessmentId) : undefined)
    .groupBy(invitationTable.source)
    .orderBy(desc(count()), sql`${invitationTable.source} nulls last`);
}
