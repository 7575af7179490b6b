import type { Member, Rejudgement } from '@assay/contracts/http';
import { findAttempt, findJudged, insertRejudgement, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { enqueueRejudgement } from '#submissions/enqueueRejudgement.ts';
import { presentRejudgement } from './presentRejudgement.ts';

export const rejudgeRoute = routes.review.rejudge
  .use(asStaff)
  .handler(async ({ input: { submissionId }, context: { services, member } }) => {
    return unwrap(await rejudge(services, submissionId, member)).rejudgement;
  });

/** Has a submission judged once more, to compare. Its verdict stays; asking twice asks once. */
async function rejudge(
  services: Services,
  submissionId: string,
  member: Member,
): Promise<{ ok: true; rejudgement: Rejudgement } | Refusal> {
  const { db, now } = services;
  const submission = await findJudged(db, submissionId);
  if (submission === undefined) return notFound;
  const { verdict } = submission;
  if (verdict === null) return notJudged;
  const found = await findAttempt(db, submission.attemptId);
  if (found?.attempt.erasedAt) return erased;
  const at = now();
  const { rejudgement, isNew } = await db.transaction(async (tx) => {
    const asked = await insertRejudgement(tx, { submissionId, requestedBy: member.id, at });
    if (asked.isNew) {
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: 'submission.rejudge_requested',
        subject: `submission:${submissionId}`,
        detail: { rejudgeId: asked.rejudgement.id },
      });
    }
    return asked;
  });
  if (isNew) enqueueRejudgement(services, rejudgement.id, submission, verdict);
  return { ok: true, rejudgement: presentRejudgement(rejudgement, verdict) };
}

const erased = refusal(
  'ERASED',
  409,
  'The files of this submission are erased: there is nothing left to judge.',
);
const notJudged = refusal(
  'NOT_JUDGED',
  409,
  'This submission is not judged yet, so there is no result to compare with.',
);
