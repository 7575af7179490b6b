import type { DraftScore, Member, Review, ReviewRule } from '@assay/contracts/http';
import {
  type AttemptRecord,
  type Database,
  findReview,
  lockReview,
  recordAudit,
  replaceScores,
  updateAttempt,
} from '@assay/db';
import type { Services } from '#services.ts';
import { loadChallenges } from '#attempts/loadChallenges.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { countWanted } from './countWanted.ts';
import { findScoresProblem, isComplete } from './findScoresProblem.ts';
import { gradeAttempt, loadJudgements } from './gradeAttempt.ts';
import { lockReviewable } from './lockReviewable.ts';
import { presentReview } from './presentReview.ts';

export const saveReviewRoute = routes.review.saveReview
  .use(asStaff)
  .handler(async ({ input: { attemptId, scores }, context: { services, member } }) => {
    return unwrap(await writeReview(services, { attemptId, scores, member, submit: false })).review;
  });

export const submitReviewRoute = routes.review.submitReview
  .use(asStaff)
  .handler(async ({ input: { attemptId, scores }, context: { services, member } }) => {
    return unwrap(await writeReview(services, { attemptId, scores, member, submit: true })).review;
  });

/** Keeps somebody's own scores, and with `submit` closes the review: with the last one that is wanted the attempt is graded. */
async function writeReview(
  { db, challenges, announce, now }: Services,
  {
    attemptId,
    scores,
    member,
    submit,
  }: { attemptId: string; scores: DraftScore[]; member: Member; submit: boolean },
): Promise<{ ok: true; review: Review } | Refusal> {
  const versions = await loadChallenges({ db, challenges }, attemptId);
  const at = now();
  const written = await db.transaction(
    async (tx): Promise<{ ok: true; review: Review } | Refusal> => {
      const open = await lockReviewable(tx, attemptId, { member, at });
      if (!open.ok) return open;
      const { attempt, queued } = open;
      const problem = findScoresProblem(scores, versions);
      if (problem !== undefined) return refusal('BAD_REQUEST', 400, problem);
      if (submit && (attempt.state === 'invited' || attempt.state === 'running'))
        return notFinished;
      if (submit && !isComplete(scores, versions)) return scoresMissing;
      const review = await lockReview(tx, attemptId, member.id, at);
      await replaceScores(tx, review.id, scores, { at, ...(submit && { submittedAt: at }) });
      if (submit) await countReview(tx, attempt, queued.assessment.reviewRule);
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: submit ? 'review.submitted' : 'review.saved',
        subject: `attempt:${attemptId}`,
      });
      const saved = await findReview(tx, attemptId, member.id);
      return saved === undefined ? notFound : { ok: true, review: presentReview(saved) };
    },
  );
  if (written.ok && submit) announce.attemptChanged(attemptId);
  return written;
}

/** Calls a further reviewer where the rule says so, and closes the attempt when no review is wanted any more. */
async function countReview(
  tx: Database,
  { id, reviewsWanted }: AttemptRecord,
  rule: ReviewRule,
): Promise<void> {
  const { reviews } = (await loadJudgements(tx, [id]))(id);
  const { criteria } = gradeAttempt({ reviews, overrides: [] });
  const { wanted, called } = countWanted(rule, {
    called: reviewsWanted,
    submitted: reviews.length,
    scores: criteria.map(({ scores }) => scores),
  });
  await updateAttempt(tx, id, {
    state: reviews.length >= wanted ? 'graded' : 'finished',
    reviewsWanted: called,
  });
}

const notFinished = refusal(
  'NOT_FINISHED',
  409,
  'The candidate is still working. Grade when the attempt is finished.',
);
const scoresMissing = refusal('SCORES_MISSING', 422, 'Every criterion needs a score and a note.');
