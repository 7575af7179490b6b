import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm';
import { assessmentChallengeTable } from '#assessments/assessmentTable.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import type { Database } from '#connection/database.ts';
import { userTable } from '#people/userTable.ts';
import { reviewScoreTable, reviewTable } from '#reviews/reviewTable.ts';

/** What independent reviewers gave one work by one criterion, two of them or more, with who gave what. */
function severalScores(db: Database) {
  return db
    .select({
      attemptId: reviewTable.attemptId,
      challenge: reviewScoreTable.challenge,
      criterion: reviewScoreTable.criterion,
      scores: sql<
        number[]
      >`array_agg(${reviewScoreTable.score} order by ${reviewScoreTable.score}, ${reviewTable.reviewerId})`.as(
        'scores',
      ),
      reviewers: sql<
        string[]
      >`array_agg(${reviewTable.reviewerId} order by ${reviewScoreTable.score}, ${reviewTable.reviewerId})`.as(
        'reviewers',
      ),
    })
    .from(reviewScoreTable)
    .innerJoin(reviewTable, eq(reviewTable.id, reviewScoreTable.reviewId))
    .where(and(isNotNull(reviewTable.submittedAt), isNotNull(reviewScoreTable.score)))
    .groupBy(reviewTable.attemptId, reviewScoreTable.challenge, reviewScoreTable.criterion)
    .having(sql`count(*) > 1`);
}

/** How many works were given which scores by a criterion. */
export type CriterionScores = {
  challenge: string;
  criterion: string;
  /** Rising. */
  scores: number[];
  works: number;
};

/** The scores of works that several people reviewed, by criterion; works with the same scores are counted together. */
export async function countScores(db: Database): Promise<CriterionScores[]> {
  const several = severalScores(db).as('several');
  return db
    .select({
      challenge: several.challenge,
      criterion: several.criterion,
      scores: several.scores,
      works: count(),
    })
    .from(several)
    .groupBy(several.challenge, several.criterion, several.scores)
    .orderBy(asc(several.challenge), asc(several.criterion), asc(several.scores));
}

/** How a reviewer's scores lie to those of the others on the same work, in points. */
export type ReviewerDeviation = {
  reviewerId: string;
  name: string;
  /** Works that others reviewed, too. */
  works: number;
  /** Of the works' means over their criteria: own score less the median of the others'. */
  mean: number;
  /** Of the sample; null for a single work. */
  deviation: number | null;
};

/** How the scores of each reviewer lie to the median of the others on the same work; a work counts once. */
export async function measureDeviations(db: Database): Promise<ReviewerDeviation[]> {
  const several = severalScores(db).as('several');
  const places = db
    .select({
      attemptId: several.attemptId,
      scores: several.scores,
      reviewers: several.reviewers,
      place: sql<number>`generate_subscripts(${several.scores}, 1)`.as('place'),
    })
    .from(several)
    .as('places');
  const own = sql<string>`(${places.reviewers})[${places.place}]`;
  const others = sql`(select percentile_cont(0.5) within group (order by other) from unnest(${places.scores}) with ordinality as every_one (other, at) where at <> ${places.place})`;
  const works = db
    .select({
      attemptId: places.attemptId,
      reviewerId: sql<string>`${own}`.as('reviewer_id'),
      deviation: sql<number>`avg((${places.scores})[${places.place}] - ${others})`.as('deviation'),
    })
    .from(places)
    .groupBy(places.attemptId, sql`${own}`)
    .as('works');
  return db
    .select({
      reviewerId: works.reviewerId,
      name: userTable.name,
      works: count(),
      mean: sql<number>`avg(${works.deviation})::float8`,
      deviation: sql<number | null>`stddev_samp(${works.deviation})::float8`,
    })
    .from(works)
    .innerJoin(userTable, eq(userTable.id, works.reviewerId))
    .groupBy(works.reviewerId, userTable.name)
    .orderBy(asc(userTable.name), asc(works.reviewerId));
}

/** Rubrics that versions of assessments have instead of their challenges’ own. */
export async function listAllOwnRubrics(db: Database) {
  const rows = await db
    .select({ slug: challengeVersionTable.slug, rubric: assessmentChallengeTable.rubric })
    .from(assessmentChallengeTable)
    .innerJoin(
      challengeVersionTable,
      eq(challengeVersionTable.hash, assessmentChallengeTable.challengeHash),
    )
    .where(isNotNull(assessmentChallengeTable.rubric));
  return rows.flatMap(({ slug, rubric }) => (rubric === null ? [] : [{ slug, rubric }]));
}
