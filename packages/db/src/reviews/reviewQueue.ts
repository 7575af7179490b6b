import type { AttemptState } from '@assay/contracts/http';
import {
  and,
  asc,
  avg,
  count,
  desc,
  eq,
  ilike,
  inArray,
  isNotNull,
  ne,
  or,
  sql,
} from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptChallengeTable, attemptTable } from '#attempts/attemptTable.ts';
import { challengeTitle } from '#challenges/challengeVersions.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { submissionTable, verdictTable } from '#submissions/submissionTable.ts';
import { reviewScoreTable, reviewTable } from './reviewTable.ts';

export type ReviewQueueFilter = {
  state?: AttemptState;
  search?: string;
  page: number;
  pageSize: number;
};

/** Finished attempts first, longest waiting on top; then those under way, not started, graded, withdrawn, and erased. */
const place = sql`case when ${attemptTable.erasedAt} is not null then 5 else case ${attemptTable.state} when 'finished' then 0 when 'running' then 1 when 'invited' then 2 when 'graded' then 3 else 4 end end`;
const since = sql`coalesce(${attemptTable.finishedAt}, ${attemptTable.startedAt}, ${attemptTable.createdAt})`;

/** One page of attempts, what waits longest first; `page` counts from 1. */
export async function listReviewQueue(db: Database, filter: ReviewQueueFilter) {
  const pattern = `%${(filter.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const where = and(
    filter.state && eq(attemptTable.state, filter.state),
    filter.search
      ? or(ilike(candidateTable.name, pattern), ilike(assessmentTable.title, pattern))
      : undefined,
  );
  const [found] = await db
    .select({ total: count() })
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(where);
  const rows = await db
    .select({ attempt: attemptTable, candidate: candidateTable, assessment: assessmentTable })
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(where)
    .orderBy(asc(place), asc(since), asc(attemptTable.id))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  return { rows, total: found?.total ?? 0 };
}

/**
 * What the work that counts achieved, a row for each challenge of each attempt, in order.
 * It is the last work against the hidden tests that we could judge; 0 of 0 before there is any.
 */
export async function listResults(db: Database, attemptIds: string[]) {
  if (attemptIds.length === 0) return [];
  const counts = db
    .selectDistinctOn([submissionTable.attemptId, submissionTable.challenge], {
      attemptId: submissionTable.attemptId,
      challenge: submissionTable.challenge,
      passed: verdictTable.passed,
      total: verdictTable.total,
    })
    .from(submissionTable)
    .innerJoin(verdictTable, eq(verdictTable.submissionId, submissionTable.id))
    .where(
      and(
        inArray(submissionTable.attemptId, attemptIds),
        eq(submissionTable.suite, 'hidden'),
        ne(verdictTable.status, 'sandbox_error'),
      ),
    )
    .orderBy(
      submissionTable.attemptId,
      submissionTable.challenge,
      desc(submissionTable.createdAt),
      desc(submissionTable.id),
    )
    .as('counts');
  return db
    .select({
      attemptId: attemptChallengeTable.attemptId,
      challenge: attemptChallengeTable.slug,
      title: challengeTitle,
      passed: sql<number>`coalesce(${counts.passed}, 0)`,
      total: sql<number>`coalesce(${counts.total}, 0)`,
    })
    .from(attemptChallengeTable)
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, attemptChallengeTable.challengeHash),
    )
    .leftJoin(
      counts,
      and(
        eq(counts.attemptId, attemptChallengeTable.attemptId),
        eq(counts.challenge, attemptChallengeTable.slug),
      ),
    )
    .where(inArray(attemptChallengeTable.attemptId, attemptIds))
    .orderBy(asc(attemptChallengeTable.attemptId), asc(attemptChallengeTable.position));
}

/** Mean score of the submitted reviews of each attempt, 1 to 5, with who wrote them. */
export async function listMeanScores(db: Database, attemptIds: string[]) {
  if (attemptIds.length === 0) return [];
  const rows = await db
    .select({
      attemptId: reviewTable.attemptId,
      mean: avg(reviewScoreTable.score),
      reviewers: sql<string[]>`array_agg(distinct ${reviewTable.reviewerId})`,
    })
    .from(reviewTable)
    .innerJoin(reviewScoreTable, eq(reviewScoreTable.reviewId, reviewTable.id))
    .where(and(inArray(reviewTable.attemptId, attemptIds), isNotNull(reviewTable.submittedAt)))
    .groupBy(reviewTable.attemptId);
  return rows.map((row) => ({ ...row, mean: Number(row.mean) }));
}
