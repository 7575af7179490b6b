import type { VerdictJob } from '@assay/contracts/queue';
import { findSubmissionPlace, insertVerdict, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { creditJudge } from '#clock/creditJudge.ts';
import { announceDeadlines } from '#clock/giveTime.ts';

/** Keeps a verdict from the queue and tells who waits for it. A second delivery changes nothing. */
export async function recordVerdict(
  services: Services,
  { submissionId, verdict }: VerdictJob,
): Promise<void> {
  const { db, announce, logger, metrics, now } = services;
  const place = await findSubmissionPlace(db, submissionId);
  if (place === undefined) {
    // Delivering it again would not help: its attempt was erased, or the queue is older than the database.
    logger.warn({ submissionId }, 'A verdict came for a submission that is not there');
    return;
  }
  const at = now();
  const moved = await db.transaction(async (tx) => {
    // Before the submission is locked: whoever holds an attempt may wait for its submissions.
    const waited = { id: submissionId, ...place };
    const credited = isWaitedFor(place) ? await creditJudge(tx, waited, at, verdict) : [];
    if (!(await insertVerdict(tx, submissionId, verdict, at))) return undefined;
    await recordAudit(tx, {
      at,
      actor: 'system',
      action: 'submission.judged',
      subject: `submission:${submissionId}`,
      // Not its hallmark, by which the code could be known after it is erased.
      detail: { status: verdict.status },
    });
    return credited;
  });
  if (verdict.status === 'sandbox_error' && moved) {
    const { errorId, message } = verdict;
    logger.error({ submissionId, errorId, reason: message }, 'A submission could not be judged');
  }
  if (moved === undefined) return;
  metrics.verdict(verdict.status, place.suite, at.getTime() - place.createdAt.getTime());
  logger.info(
    { submissionId, attemptId: place.attemptId, status: verdict.status },
    'Verdict recorded',
  );
  announceDeadlines(services, place.attemptId, moved);
  announce.submissionJudged({ submissionId, attemptId: place.attemptId });
}

type Place = NonNullable<Awaited<ReturnType<typeof findSubmissionPlace>>>;

/** Nobody waits for what they gave up, for what they have, nor for what the end of something handed in. */
function isWaitedFor({ state, atEnd }: Place): boolean {
  return !atEnd && (state === 'queued' || state === 'running');
}
