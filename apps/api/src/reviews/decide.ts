import type { Grading, Member } from '@assay/contracts/http';
import {
  type Database,
  findInReviewQueue,
  insertDecision,
  insertOverride,
  lockAttempt,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { gradeAttempt, type Judgements, loadJudgements } from './gradeAttempt.ts';
import { presentGrading } from './presentGrading.ts';
import { reviewSight, viewOf } from './reviewSight.ts';

export const overrideScoreRoute = routes.review.overrideScore
  .use(asStaff)
  .handler(async ({ input: { attemptId, ...override }, context: { services, member } }) =>
    changeGrading(services, { attemptId, member }, async (tx, judgements, at) => {
      const { challenge, criterion } = override;
      const isGraded = gradeAttempt(judgements).criteria.some(
        (one) => one.challenge === challenge && one.criterion === criterion,
      );
      if (!isGraded)
        return refusal('BAD_REQUEST', 400, `No review scores ${challenge}/${criterion}.`);
      await insertOverride(tx, { attemptId, ...override, memberId: member.id, at });
      return { ok: true, action: 'review.score_overridden' };
    }),
  );

export const decideRoute = routes.review.decide
  .use(asStaff)
  .handler(
    async ({ input: { attemptId, outcome, reason, replaces }, context: { services, member } }) =>
      changeGrading(services, { attemptId, member }, async (tx, { decisions }, at) => {
        if ((decisions[0]?.id ?? null) !== replaces) return decidedMeanwhile;
        await insertDecision(tx, { attemptId, outcome, reason, memberId: member.id, at });
        return { ok: true, action: 'decision.made' };
      }),
  );

/**
 * Lets somebody who may see all reviews of an attempt add to what they come to, with a line in the log of actions.
 * The candidate reads that log: it says that something was done and by which number, never what.
 */
async function changeGrading(
  { db, announce, now }: Services,
  { attemptId, member }: { attemptId: string; member: Member },
  work: (
    tx: Database,
    judgements: Judgements,
    at: Date,
  ) => Promise<{ ok: true; action: `${string}.${string}` } | Refusal>,
): Promise<Grading> {
  const at = now();
  const changed = await db.transaction(
    async (tx): Promise<{ ok: true; grading: Grading } | Refusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'update');
      const found = await findInReviewQueue(tx, attemptId, viewOf(member, at));
      if (attempt === undefined || found === undefined) return notFound;
      if (attempt.erasedAt !== null) return erased;
      const sight = reviewSight(member, found.reviews);
      if (!sight.isComplete) return reviewsMissing;
      if (!sight.grades) return ownReviewFirst;
      const done = await work(tx, (await loadJudgements(tx, [attemptId]))(attemptId), at);
      if (!done.ok) return done;
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: done.action,
        subject: `attempt:${attemptId}`,
      });
      const judgements = (await loadJudgements(tx, [attemptId]))(attemptId);
      const { reviewRule: rule } = found.assessment;
      return {
        ok: true,
        grading: presentGrading(judgements, member, { attempt, rule, standing: found.reviews }),
      };
    },
  );
  const { grading } = unwrap(changed);
  announce.attemptChanged(attemptId);
  return grading;
}

const erased = refusal('ERASED', 409, 'The work of this attempt is erased.');
const reviewsMissing = refusal(
  'REVIEWS_MISSING',
  409,
  'Reviews are still wanted. This waits until all of them are submitted.',
);
const ownReviewFirst = refusal(
  'OWN_REVIEW_FIRST',
  409,
  'Submit your own review first, then you see the others and can decide.',
);
const decidedMeanwhile = refusal(
  'DECIDED_MEANWHILE',
  409,
  'Somebody decided while you were writing. Read their decision first.',
);
