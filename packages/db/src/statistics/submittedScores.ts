import { and, asc, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { assessmentChallengeTable, assessmentTable } from '#assessments/assessmentTable.ts';
import { challengeVersionTable } from '#challenges/challengeVersionTable.ts';
import type { Database } from '#connection/database.ts';
import { liveParticipantTable } from '#live/liveParticipantTable.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';
import { scorecardScoreTable, scorecardTable } from '#live/scorecardTable.ts';
import { userTable } from '#people/userTable.ts';
import { reviewScoreTable, reviewTable } from '#reviews/reviewTable.ts';

/** What a score is of: a review of a challenge, a kit, or a live session. */
export type ScoreSource = 'review' | 'kit' | 'session';

/**
 * Every submitted score. `work` is what the same people looked at, `subject` what tells criteria of one name apart: a
 * challenge, a kit, or the assessment whose plan a session has. A session without either has criteria of its own alone,
 * and nothing to be compared with.
 */
function submittedScores(db: Database) {
  const reviews = db
    .select({
      source: sql<ScoreSource>`'review'`.as('source'),
      work: sql<string>`${reviewTable.attemptId}::text`.as('work'),
      subject: sql<string>`${reviewScoreTable.challenge}`.as('subject'),
      criterion: sql<string>`${reviewScoreTable.criterion}`.as('criterion'),
      reviewerId: sql<string>`${reviewTable.reviewerId}`.as('reviewer_id'),
      score: sql<number>`${reviewScoreTable.score}`.as('score'),
    })
    .from(reviewScoreTable)
    .innerJoin(reviewTable, eq(reviewTable.id, reviewScoreTable.reviewId))
    .where(and(isNotNull(reviewTable.submittedAt), isNotNull(reviewScoreTable.score)));
  const ofSession = sql<string | null>`case
    when ${scorecardScoreTable.criterion} like 'challenge/%' then ${challengeVersionTable.slug}
    else ${assessmentTable.templateId}::text
  end`;
  const submitted = and(
    isNotNull(scorecardTable.submittedAt),
    isNotNull(scorecardScoreTable.level),
  );
  const kits = db
    .select({
      source: sql<ScoreSource>`'kit'`.as('source'),
      work: sql<string>`${scorecardTable.candidateId} || ' ' || ${scorecardTable.kit}`.as('work'),
      subject: sql<string>`${scorecardTable.kit}`.as('subject'),
      criterion: sql<string>`${scorecardScoreTable.criterion}`.as('criterion'),
      reviewerId: sql<string>`${scorecardTable.authorId}`.as('reviewer_id'),
      score: sql<number>`${scorecardScoreTable.level}`.as('score'),
    })
    .from(scorecardScoreTable)
    .innerJoin(scorecardTable, eq(scorecardTable.id, scorecardScoreTable.scorecardId))
    .where(and(submitted, isNotNull(scorecardTable.kit)));
  const sessions = db
    .select({
      source: sql<ScoreSource>`'session'`.as('source'),
      work: sql<string>`${scorecardTable.sessionId}::text`.as('work'),
      subject: sql<string>`${ofSession}`.as('subject'),
      criterion: sql<string>`${scorecardScoreTable.criterion}`.as('criterion'),
      reviewerId: sql<string>`${liveParticipantTable.memberId}`.as('reviewer_id'),
      score: sql<number>`${scorecardScoreTable.level}`.as('score'),
    })
    .from(scorecardScoreTable)
    .innerJoin(scorecardTable, eq(scorecardTable.id, scorecardScoreTable.scorecardId))
    .innerJoin(liveSessionTable, eq(liveSessionTable.id, scorecardTable.sessionId))
    .innerJoin(liveParticipantTable, eq(liveParticipantTable.id, scorecardTable.participantId))
    .leftJoin(challengeVersionTable, eq(challengeVersionTable.hash, liveSessionTable.challengeHash))
    .leftJoin(assessmentTable, eq(assessmentTable.id, liveSessionTable.assessmentId))
    .where(and(submitted, isNotNull(liveParticipantTable.memberId), sql`${ofSession} is not null`));
  return reviews.unionAll(kits).unionAll(sessions).as('submitted');
}

/** What independent people gave one work by one criterion, two of them or more, with who gave what. */
function severalScores(db: Database) {
  const submitted = submittedScores(db);
  const { source, work, subject, criterion, reviewerId, score } = submitted;
  return db
    .select({
      source,
      work,
      subject,
      criterion,
      scores: sql<number[]>`array_agg(${score} order by ${score}, ${reviewerId})`.as('scores'),
      reviewers: sql<string[]>`array_agg(${reviewerId} order by ${score}, ${reviewerId})`.as(
        'reviewers',
      ),
    })
    .from(submitted)
    .groupBy(source, work, subject, criterion)
    .having(sql`count(*) > 1`);
}

/** How many works were given which scores by a criterion. */
export type CriterionScores = {
  source: ScoreSource;
  /** A challenge's or a kit's slug, or the template of an assessment. */
  subject: string;
  criterion: string;
  /** Rising. */
  scores: number[];
  works: number;
};

/** The scores of works that several people judged, by criterion; works with the same scores are counted together. */
export async function countScores(db: Database): Promise<CriterionScores[]> {
  const several = severalScores(db).as('several');
  const { source, subject, criterion, scores } = several;
  return db
    .select({ source, subject, criterion, scores, works: count() })
    .from(several)
    .groupBy(source, subject, criterion, scores)
    .orderBy(asc(source), asc(subject), asc(criterion), asc(scores));
}

/** How somebody's scores lie to those of the others on the same work, in points. */
export type ReviewerDeviation = {
  reviewerId: string;
  name: string;
  /** Interviews are kits and live sessions; whoever judges both has a figure for each. */
  of: 'reviews' | 'interviews';
  /** Works that others judged, too. */
  works: number;
  /** Of the works' means over their criteria: own score less the median of the others'. */
  mean: number;
  /** Of the sample; null for a single work. */
  deviation: number | null;
};

/** How the scores of each person lie to the median of the others on the same work; a work counts once. */
export async function measureDeviations(db: Database): Promise<ReviewerDeviation[]> {
  const several = severalScores(db).as('several');
  const places = db
    .select({
      source: several.source,
      work: several.work,
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
      of: sql<
        ReviewerDeviation['of']
      >`case ${places.source} when 'review' then 'reviews' else 'interviews' end`.as('of'),
      reviewerId: sql<string>`${own}`.as('reviewer_id'),
      deviation: sql<number>`avg((${places.scores})[${places.place}] - ${others})`.as('deviation'),
    })
    .from(places)
    .groupBy(places.source, places.work, sql`${own}`)
    .as('works');
  return db
    .select({
      reviewerId: works.reviewerId,
      name: userTable.name,
      of: works.of,
      works: count(),
      mean: sql<number>`avg(${works.deviation})::float8`,
      deviation: sql<number | null>`stddev_samp(${works.deviation})::float8`,
    })
    .from(works)
    .innerJoin(userTable, eq(userTable.id, works.reviewerId))
    .groupBy(works.reviewerId, userTable.name, works.of)
    .orderBy(asc(userTable.name), asc(works.reviewerId), desc(works.of));
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

/** The newest plan of each of these assessments, by their templates, with their titles. */
export function listPlans(db: Database, templateIds: string[]) {
  return db
    .selectDistinctOn([assessmentTable.templateId], {
      templateId: assessmentTable.templateId,
      title: assessmentTable.title,
      interview: assessmentTable.interview,
    })
    .from(assessmentTable)
    .where(inArray(assessmentTable.templateId, templateIds))
    .orderBy(assessmentTable.templateId, desc(assessmentTable.version));
}
