import type { DraftScore, Member, Review } from '@assay/contracts/http';
import {
  findReview,
  listPinnedChallenges,
  lockAttempt,
  lockReview,
  recordAudit,
  replaceScores,
  updateAttempt,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { findScoresProblem, isComplete } from './findScoresProblem.ts';
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

/** Keeps somebody's own scores, and with `submit` closes the review: the attempt is graded then. */
async function writeReview(
  { db, challenges, announce, now }: Services,
  {
    attemptId,
    scores,
    member,
    submit,
  }: { attemptId: string; scores: DraftScore[]; member: Member; submit: boolean },
): Promise<{ ok: true; review: Review } | Refusal> {
  const pinned = await listPinnedChallenges(db, attemptId);
  const versions = await Promise.all(pinned.map(({ hash }) => challenges.get(hash)));
  const at = now();
  const written = await db.transaction(
    async (tx): Promise<{ ok: true; review: Review } | Refusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'update');
      if (attempt === undefined) return notFound;
      if (attempt.erasedAt !== null) return erased;
      const problem = findScoresProblem(scores, versions);
      if (problem !== undefined) return refusal('BAD_REQUEST', 400, problem);
      if (attempt.state === 'withdrawn') return withdrawn;
      if (submit && (attempt.state === 'invited' || attempt.state === 'running'))
        return notFinished;
      if (submit && !isComplete(scores, versions)) return scoresMissing;
      const review = await lockReview(tx, attemptId, member.id, at);
      if (review.submittedAt !== null) return alreadySubmitted;
      await replaceScores(tx, review.id, scores, { at, ...(submit && { submittedAt: at }) });
      if (submit) await updateAttempt(tx, attemptId, { state: 'graded' });
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

const erased = refusal(
  'ERASED',
  409,
  'The work of this attempt is erased: there is nothing left to grade.',
);
const notFinished = refusal(
  'NOT_FINISHED',
  409,
  'The candidate is still working. Grade when the attempt is finished.',
);
const withdrawn = refusal(
  'WITHDRAWN',
  409,
  'The candidate has withdrawn. There is nothing to grade any more.',
);
const scoresMissing = refusal('SCORES_MISSING', 422, 'Every criterion needs a score and a note.');
const alreadySubmitted = refusal(
  'ALREADY_SUBMITTED',
  409,
  'This review is submitted and can no longer change.',
);
