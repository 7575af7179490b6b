import type { ChallengeVersion } from '@assay/contracts/challenge';
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
  findAttempt,
  findFeedback,
  findReview,
  listPinnedChallenges,
  listRejudgements,
  listSubmissions,
  type RejudgementRecord,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { presentReleased } from '#feedback/presentReleased.ts';
import { asStaff, routes } from '#http/routes.ts';
import { equalTime } from './equalTime.ts';
import { findCounting } from '#submissions/findCounting.ts';
import { presentAttemptRows } from './presentAttemptRows.ts';
import { presentRejudgement } from './presentRejudgement.ts';
import { presentReview } from './presentReview.ts';

/** The newest of each submission, by its id. */
type Rejudgements = ReadonlyMap<string, RejudgementRecord>;

export const getReviewedAttemptRoute = routes.review.getAttempt
  .use(asStaff)
  .handler(async ({ input: { attemptId }, context: { services, member } }) => {
    return unwrap(await getReviewedAttempt(services, attemptId, member)).attempt;
  });

async function getReviewedAttempt(
  { db, challenges }: Services,
  attemptId: string,
  viewer: Member,
): Promise<{ ok: true; attempt: ReviewedAttempt } | Refusal> {
  const found = await findAttempt(db, attemptId);
  if (found === undefined) return notFound;
  const [row] = await presentAttemptRows(db, [found], viewer);
  if (row === undefined) return notFound;
  const submissions = await listSubmissions(db, attemptId);
  const rejudgements = new Map(
    (await listRejudgements(db, attemptId)).map((one) => [one.submissionId, one]),
  );
  const shown = equalTime(found.attempt);
  const pinned = await listPinnedChallenges(db, attemptId);
  const feedback = await findFeedback(db, attemptId);
  const review =
    viewer.role === 'interviewer' ? undefined : await findOwnReview(db, attemptId, viewer);
  return {
    ok: true,
    attempt: {
      ...row,
      minutes: found.assessment.minutes,
      challenges: await Promise.all(
        pinned.map(async ({ slug, hash }) => {
          const own = submissions.filter(({ challenge }) => challenge === slug);
          return presentChallenge(await challenges.get(hash), own, { rejudgements, shown });
        }),
      ),
      ...(review && { review }),
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
  { manifest, statement, starter, judged }: ChallengeVersion,
  submissions: JudgedSubmission[],
  { rejudgements, shown }: { rejudgements: Rejudgements; shown: (moment: Date) => Date },
): ReviewedChallenge {
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
