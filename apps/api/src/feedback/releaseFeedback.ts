import type { FeedbackComment, Member, ReleasedFeedback } from '@assay/contracts/http';
import {
  findAttempt,
  findFeedback,
  findReview,
  lockAttempt,
  putFeedback,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { loadChallenges } from '#attempts/loadChallenges.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { findScoresProblem } from '#reviews/findScoresProblem.ts';
import { presentReleased } from './presentReleased.ts';

type Words = { message: string; comments: FeedbackComment[] };

export const releaseFeedbackRoute = routes.review.releaseFeedback
  .use(asStaff)
  .handler(
    async ({ input: { attemptId, message, comments }, context: { services, member } }) =>
      unwrap(await releaseFeedback(services, attemptId, { message, comments }, member)).feedback,
  );

/** Lets a candidate read comments, and what else the assessment gives with them. Doing it again replaces them. */
async function releaseFeedback(
  { db, challenges, announce, now }: Services,
  attemptId: string,
  words: Words,
  member: Member,
): Promise<{ ok: true; feedback: ReleasedFeedback } | Refusal> {
  const versions = await loadChallenges({ db, challenges }, attemptId);
  const at = now();
  const released = await db.transaction(
    async (tx): Promise<{ ok: true; feedback: ReleasedFeedback } | Refusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'update');
      const found = await findAttempt(tx, attemptId);
      if (attempt === undefined || found === undefined || attempt.erasedAt !== null)
        return notFound;
      const { comments: mayComment, writeUp } = found.assessment.feedback;
      if (!mayComment && !writeUp) return notOffered;
      if (!mayComment && (words.comments.length > 0 || words.message !== '')) return notOffered;
      const review = await findReview(tx, attemptId, member.id);
      if (review === undefined || review.submittedAt === null) return notReviewed;
      // Only once nobody's judgement is still to come: a released word can reach whoever has not written theirs.
      if (attempt.state !== 'graded') return reviewsMissing;
      const problem = findScoresProblem(words.comments, versions);
      if (problem !== undefined) return refusal('BAD_REQUEST', 400, problem);
      await putFeedback(tx, { attemptId, ...words, releasedBy: member.id, at });
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: 'feedback.released',
        subject: `attempt:${attemptId}`,
      });
      const kept = await findFeedback(tx, attemptId);
      return kept === undefined ? notFound : { ok: true, feedback: presentReleased(kept) };
    },
  );
  if (released.ok) announce.attemptChanged(attemptId);
  return released;
}

const notReviewed = refusal(
  'NOT_REVIEWED',
  409,
  'Submit your review first. What a candidate reads should rest on a whole review.',
);
const reviewsMissing = refusal(
  'REVIEWS_MISSING',
  409,
  'Reviews are still wanted. Feedback can be released once all of them are submitted.',
);
const notOffered = refusal('NOT_OFFERED', 409, 'This assessment gives its candidates no comments.');
