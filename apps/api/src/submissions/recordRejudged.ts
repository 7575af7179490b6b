import type { RejudgedJob } from '@assay/contracts/queue';
import { compareVerdicts } from '@assay/contracts/verdict';
import { findJudged, finishRejudgement, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';

/** Keeps what judging a submission once more came to, beside its verdict. A second delivery changes nothing. */
export async function recordRejudged(
  { db, logger, now }: Services,
  { rejudgeId, verdict }: RejudgedJob,
): Promise<void> {
  const at = now();
  await db.transaction(async (tx) => {
    const finished = await finishRejudgement(tx, rejudgeId, verdict, at);
    if (finished === undefined) return;
    const { submissionId } = finished;
    const stored = (await findJudged(tx, submissionId))?.verdict;
    const { outcome } = stored ? compareVerdicts(stored, verdict) : { outcome: 'cannot' };
    await recordAudit(tx, {
      at,
      actor: 'system',
      action: 'submission.rejudged',
      subject: `submission:${submissionId}`,
      detail: { rejudgeId, outcome },
    });
    if (outcome === 'different')
      logger.warn({ submissionId, rejudgeId }, 'A submission got another result the second time');
  });
}
