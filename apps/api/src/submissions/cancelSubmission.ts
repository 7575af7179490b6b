import type { CandidateSubmission } from '@assay/contracts/http';
import { cancelSubmission as markCancelled, findSubmission, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { creditJudge } from '#clock/creditJudge.ts';
import { announceDeadlines } from '#clock/giveTime.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { presentSubmission } from './presentSubmission.ts';

export const cancelSubmissionRoute = routes.candidate.cancelSubmission
  .use(asCandidate)
  .handler(async ({ input: { submissionId }, context: { services, attemptId } }) => {
    return unwrap(await cancelSubmission(services, attemptId, submissionId)).submission;
  });

/**
 * Gives up a run that is not judged yet. From then on it counts for nothing, whatever a worker that does not
 * hear of it in time still says.
 */
async function cancelSubmission(
  services: Services,
  attemptId: string,
  submissionId: string,
): Promise<{ ok: true; submission: CandidateSubmission } | Refusal> {
  const { db, queues, background, now } = services;
  const done = await db.transaction(async (tx) => {
    const found = await findSubmission(tx, attemptId, submissionId);
    if (found === undefined) return undefined;
    // What was waited for in vain counts; of a run that a judge was at nobody knows how long it waited.
    const moved = found.state === 'queued' ? await creditJudge(tx, found, now()) : [];
    if (!(await markCancelled(tx, submissionId))) return { ...found, moved, changed: false };
    await recordAudit(tx, {
      at: now(),
      actor: `candidate:${attemptId}`,
      action: 'submission.cancelled',
      subject: `submission:${submissionId}`,
      detail: { attemptId, challenge: found.challenge, suite: found.suite },
    });
    return { ...found, state: 'cancelled' as const, moved, changed: true };
  });
  if (done === undefined) return notFound;
  announceDeadlines(services, attemptId, done.moved);
  if (done.changed) background.run('cancel run', () => queues.cancelJudge(submissionId));
  else if (done.state !== 'cancelled')
    return refusal('ALREADY_JUDGED', 409, 'This run is judged already.');
  return { ok: true, submission: presentSubmission(done, []) };
}
