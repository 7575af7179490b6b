import type { ChallengeVersion } from '@assay/contracts/challenge';
import { type CandidateFeedback, type FeedbackPolicy, presentVerdict } from '@assay/contracts/http';
import { type JudgedSubmission, findAttempt, findFeedback, listSubmissions } from '@assay/db';
import type { Services } from '#services.ts';
import { loadChallenges } from '#attempts/loadChallenges.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { findCounting } from '#submissions/findCounting.ts';

type Released = Awaited<ReturnType<typeof findFeedback>>;

export const getFeedbackRoute = routes.candidate.getFeedback
  .use(asCandidate)
  .handler(
    async ({ context: { services, attemptId } }) =>
      unwrap(await getFeedback(services, attemptId)).feedback,
  );

/** What a candidate gets back: as much as the assessment allows, and of words only what is released. */
async function getFeedback(
  { db, challenges }: Services,
  attemptId: string,
): Promise<{ ok: true; feedback: CandidateFeedback } | Refusal> {
  const found = await findAttempt(db, attemptId);
  if (found === undefined) return notFound;
  const { state } = found.attempt;
  if (state !== 'finished' && state !== 'graded') return notFinished;
  const policy = found.assessment.feedback;
  const released = await findFeedback(db, attemptId);
  const submissions = await listSubmissions(db, attemptId);
  const versions = await loadChallenges({ db, challenges }, attemptId);
  return {
    ok: true,
    feedback: {
      policy,
      ...(released && { releasedAt: released.releasedAt.toISOString() }),
      message: released?.message ?? '',
      challenges: versions.map((version) => {
        const own = submissions.filter(({ challenge }) => challenge === version.judged.slug);
        return presentChallenge(version, { policy, released, counts: findCounting(own) });
      }),
    },
  };
}

function presentChallenge(
  { manifest, judged, solution, writeUp }: ChallengeVersion,
  {
    policy,
    released,
    counts,
  }: { policy: FeedbackPolicy; released: Released; counts: JudgedSubmission | undefined },
): CandidateFeedback['challenges'][number] {
  const verdict =
    counts?.verdict && presentVerdict(counts.verdict, counts.files, manifest.showable);
  const comments = (released?.comments ?? []).filter(({ challenge }) => challenge === judged.slug);
  return {
    slug: judged.slug,
    title: manifest.title,
    ...(policy.behaviours &&
      verdict && { behaviours: { summary: verdict.summary, tests: verdict.tests } }),
    // In the order of the rubric.
    comments: manifest.rubric.flatMap(({ id, title }) =>
      comments
        .filter(({ criterion }) => criterion === id)
        .map(({ text }) => ({ criterion: id, title, text })),
    ),
    ...(policy.writeUp && released && { writeUp: { text: writeUp ?? '', files: solution } }),
  };
}

const notFinished = refusal(
  'NOT_FINISHED',
  409,
  'There is feedback once the attempt is handed in.',
);
