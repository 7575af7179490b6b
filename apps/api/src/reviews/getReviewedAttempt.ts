import { type ChallengeVersion, languageChoices, worksIn } from '@assay/contracts/challenge';
import type {
  Member,
  Review,
  ReviewedAttempt,
  ReviewedChallenge,
  ReviewSubmission,
} from '@assay/contracts/http';
import { describeVerdict, type Verdict } from '@assay/contracts/verdict';
import {
  type Database,
  type JudgedSubmission,
  findInReviewQueue,
  findFeedback,
  findReview,
  listRejudgements,
  listSubmissions,
  type RejudgementRecord,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { loadChallenges } from '#attempts/loadChallenges.ts';
import { presentReleased } from '#feedback/presentReleased.ts';
import { asStaff, routes } from '#http/routes.ts';
import { equalTime } from './equalTime.ts';
import { findCounting } from '#submissions/findCounting.ts';
import { loadJudgements } from './gradeAttempt.ts';
import { presentAttemptRows } from './presentAttemptRows.ts';
import { presentGrading } from './presentGrading.ts';
import { presentRejudgement } from './presentRejudgement.ts';
import { presentReview } from './presentReview.ts';
import { reviewSight, viewOf } from './reviewSight.ts';

/** The newest of each submission, by its id. */
type Rejudgements = ReadonlyMap<string, RejudgementRecord>;

export const getReviewedAttemptRoute = routes.review.getAttempt
  .use(asStaff)
  .handler(async ({ input: { attemptId }, context: { services, member } }) => {
    return unwrap(await getReviewedAttempt(services, attemptId, member)).attempt;
  });

async function getReviewedAttempt(
  { db, challenges, now }: Services,
  attemptId: string,
  viewer: Member,
): Promise<{ ok: true; attempt: ReviewedAttempt } | Refusal> {
  const found = await findInReviewQueue(db, attemptId, viewOf(viewer, now()));
  if (found === undefined) return notFound;
  const [row] = await presentAttemptRows(db, [found], viewer);
  if (row === undefined) return notFound;
  const submissions = await listSubmissions(db, attemptId);
  const rejudgements = new Map(
    (await listRejudgements(db, attemptId)).map((one) => [one.submissionId, one]),
  );
  const shown = equalTime(found.attempt);
  const versions = await loadChallenges({ db, challenges }, attemptId);
  const sight = reviewSight(viewer, found.reviews);
  const judgements = (await loadJudgements(db, [attemptId]))(attemptId);
  // Comments to the candidate are a colleague's judgement, too.
  const feedback = sight.grades ? await findFeedback(db, attemptId) : undefined;
  const review =
    viewer.role === 'interviewer' ? undefined : await findOwnReview(db, attemptId, viewer);
  return {
    ok: true,
    attempt: {
      ...row,
      // Their page has all that is theirs, and so would tell a reviewer whose other work is whose.
      ...(viewer.role !== 'reviewer' &&
        found.attempt.erasedAt === null && { candidateId: found.candidate.id }),
      minutes: found.assessment.minutes,
      challenges: versions.map((version) => {
        const own = submissions.filter(({ challenge }) => challenge === version.judged.slug);
        return presentChallenge(version, own, { rejudgements, shown });
      }),
      ...(review && { review }),
      ...(sight.grades && {
        grading: presentGrading(judgements, viewer, {
          attempt: found.attempt,
          rule: found.assessment.reviewRule,
          standing: row.reviews,
        }),
      }),
      feedbackPolicy: found.assessment.feedback,
      ...(feedback && { feedback: presentReleased(feedback) }),
    },
  };
}

/** A reviewer's own review; an empty draft until something is written. */
async function findOwnReview(db: Database, attemptId: string, viewer: Member): Promise<Review> {
  const found = await findReview(db, attemptId, viewer.id);
  return found === undefined ? { scores: [], state: 'draft' } : presentReview(found);
}

function presentChallenge(
  version: ChallengeVersion,
  submissions: JudgedSubmission[],
  { rejudgements, shown }: { rejudgements: Rejudgements; shown: (moment: Date) => Date },
): ReviewedChallenge {
  const { manifest, statement, starter, judged } = version;
  const counts = findCounting(submissions);
  return {
    slug: judged.slug,
    title: manifest.title,
    level: manifest.level,
    minutes: manifest.minutes,
    entry: judged.entry,
    statement,
    rubric: manifest.rubric,
    starter,
    otherLanguages: languageChoices(version)
      .slice(1)
      .map((choice) => ({ ...choice, starter: worksIn(version, choice.language).starter })),
    submissions: submissions.map((one) => presentSubmission(one, rejudgements.get(one.id), shown)),
    ...(counts && { countsId: counts.id }),
  };
}

function presentSubmission(
  submission: JudgedSubmission,
  rejudgement: RejudgementRecord | undefined,
  shown: (moment: Date) => Date,
): ReviewSubmission {
  const { id, challenge, suite, sentBy, state, createdAt, files, verdict } = submission;
  return {
    id,
    challenge,
    suite,
    sentBy,
    state,
    createdAt: shown(createdAt).toISOString(),
    files,
    ...(verdict && {
      verdict: showVerdict(verdict, shown),
      summary: describeVerdict(verdict, 'all'),
    }),
    ...(verdict && rejudgement && { rejudgement: presentRejudgement(rejudgement, verdict) }),
  };
}

function showVerdict(verdict: Verdict, shown: (moment: Date) => Date): Verdict {
  const { provenance } = verdict;
  const judgedAt = shown(new Date(provenance.host.judgedAt)).toISOString();
  return { ...verdict, provenance: { ...provenance, host: { ...provenance.host, judgedAt } } };
}
