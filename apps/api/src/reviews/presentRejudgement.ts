import type { Rejudgement } from '@assay/contracts/http';
import { compareVerdicts, type Verdict } from '@assay/contracts/verdict';
import type { RejudgementRecord } from '@assay/db';

/** What judging a submission once more showed, beside the verdict that it has. */
export function presentRejudgement(
  { requestedAt, finishedAt, verdict: again }: RejudgementRecord,
  verdict: Verdict,
): Rejudgement {
  return {
    requestedAt: requestedAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(again && { comparison: compareVerdicts(verdict, again) }),
  };
}
