import type { AttemptState } from '@assay/contracts/http';
import { and, asc, count, desc, eq, gt, ilike, inArray, ne, or, sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptChallengeTable, attemptTable } from '#attempts/attemptTable.ts';
import { challengeTitle } from '#challenges/challengeVersions.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { submissionTable, verdictTable } from '#submissions/submissionTable.ts';
import { reviewScoreTable, reviewTable } from './reviewTable.ts';

export type ReviewQueueFilter = {
  /** Who asks. What they have begun themselves, and names that they may not see yet, depend on it. */
  viewer: { id: string; seesNames: boolean };
  state?: AttemptState;
  /** Only what a review by the viewer is wanted for. */
  wanted?: boolean;
  /** Drafts of others that were touched since hold their place among the reviews that are wanted. */
  heldSince: Date;
  search?: string;
  page: number;
  pageSize: number;
};

/** Finished attempts first, longest waiting on top; then those under way, not started, graded, withdrawn, and erased. */
const place = sql`case when ${attemptTable.erasedAt} is not null then 5 else case ${attemptTable.state} when 'finished' then 0 when 'running' then 1 when 'invited' then 2 when 'graded' then 3 else 4 end end`;
/** What an attempt is called as long as nobody may know whose it is. */
const attemptCode = sql<string>`upper(left(${attemptTable.id}::text, 4))`;
const since = sql`coalesce(${attemptTable.finishedAt}, ${attemptTable.startedAt}, ${attemptTable.createdAt})`;

const ofAttempt = sql`${reviewTable.attemptId} = ${attemptTable.id}`;
const isSubmitted = sql`${reviewTable.submittedAt} is not null`;
const isBegun = sql`(${isSubmitted} or exists (select 1 from ${reviewScoreTable} where ${reviewScoreTable.reviewId} = ${reviewTable.id}))`;
const reviewsWanted = sql<number>`coalesce(${attemptTable.reviewsWanted}, (${assessmentTable.reviewRule} ->> 'reviewers')::int)`;
const submitted = sql<number>`(select count(*)::int from ${reviewTable} where ${ofAttempt} and ${isSubmitted})`;

/** What one member of staff has to do with the reviews of an attempt. */
function reviewsFor({ viewer, heldSince }: Pick<ReviewQueueFilter, 'viewer' | 'heldSince'>) {
  const mine = sql`${ofAttempt} and ${reviewTable.reviewerId} = ${viewer.id}`;
  const own = sql<
    'none' | 'draft' | 'submitted'
  >`coalesce((select case when ${isSubmitted} then 'submitted' when ${isBegun} then 'draft' else 'none' end from ${reviewTable} where ${mine}), 'none')`;
  const held = sql`(select count(*) from ${reviewTable} where ${ofAttempt} and ${reviewTable.reviewerId} <> ${viewer.id} and (${isSubmitted} or (${isBegun} and ${reviewTable.updatedAt} > ${heldSince.toISOString()}::timestamptz)))`;
  const waits = sql`(${attemptTable.state} = 'finished' and ${attemptTable.erasedAt} is null)`;
  return {
    own,
    submitted,
    wanted: reviewsWanted,
    isMine: sql<boolean>`(${waits} and (${own} = 'draft' or (${own} = 'none' and ${held} < ${reviewsWanted})))`,
  };
}

/** One page of attempts, what waits longest first; `page` counts from 1. */
export async function listReviewQueue(db: Database, filter: ReviewQueueFilter) {
  const pattern = `%${(filter.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const reviews = reviewsFor(filter);
  const { viewer } = filter;
  const where = and(
    filter.state && eq(attemptTable.state, filter.state),
    filter.wanted ? reviews.isMine : undefined,
    filter.search
      ? or(
          // Whoever may not see a name must not be able to find it out by searching either.
          and(
            ilike(candidateTable.name, pattern),
            viewer.seesNames ? undefined : sql`${reviews.own} = 'submitted'`,
          ),
          ilike(assessmentTable.title, pattern),
          ilike(attemptCode, pattern),
        )
      : undefined,
  );
  const [found] = await db
    .select({ total: count() })
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(where);
  const rows = await db
    .select(shown(reviews))
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(where)
    .orderBy(asc(place), asc(since), asc(attemptTable.id))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  return { rows, total: found?.total ?? 0 };
}

/** Attempts as they stand in that list, in the order of their ids: those after one. */
export function pageReviewQueue(
  db: Database,
  who: Pick<ReviewQueueFilter, 'viewer' | 'heldSince'>,
  { after, limit }: { after: string | undefined; limit: number },
) {
  return db
    .select(shown(reviewsFor(who)))
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(after === undefined ? undefined : gt(attemptTable.id, after))
    .orderBy(asc(attemptTable.id))
    .limit(limit);
}

/** One attempt as it stands in that list; `undefined` for none. */
export async function findInReviewQueue(
  db: Database,
  attemptId: string,
  who: Pick<ReviewQueueFilter, 'viewer' | 'heldSince'>,
) {
  const [row] = await db
    .select(shown(reviewsFor(who)))
    .from(attemptTable)
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .where(eq(attemptTable.id, attemptId));
  return row;
}

function shown(reviews: ReturnType<typeof reviewsFor>) {
  return { attempt: attemptTable, candidate: candidateTable, assessment: assessmentTable, reviews };
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
