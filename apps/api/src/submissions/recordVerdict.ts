import type { VerdictJob } from '@assay/contracts/queue';
import { findSubmissionPlace, insertVerdict, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';

/** Keeps a verdict from the queue and tells who waits for it. A second delivery changes nothing. */
export async function recordVerdict(
  { db, announce, logger, now }: Services,
  { submissionId, verdict }: VerdictJob,
): Promise<void> {
  const place = await findSubmissionPlace(db, submissionId);
  if (place === undefined) {
    // Delivering it again would not help: its attempt was erased, or the queue is older than the database.
    logger.warn({ submissionId }, 'A verdict came for a submission that is not there');
    return;
  }
  const at = now();
  const first = await db.transaction(async (tx) => {
    if (!(await insertVerdict(tx, submissionId, verdict, at))) return false;
    await recordAudit(tx, {
      at,
      actor: 'system',
      action: 'submission.judged',
      subject: `submission:${submissionId}`,
      detail: { status: verdict.status, hallmark: verdict.hallmark },
    });
    return true;
  });
  if (verdict.status === 'sandbox_error' && first) {
    const { errorId, message } = verdict;
    logger.error({ submissionId, errorId, reason: message }, 'A submission could not be judged');
  }
  if (first) announce.submissionJudged({ submissionId, attemptId: place.attemptId });
}
