import { findJudged, listUnfinishedRejudgements } from '@assay/db';
import type { Services } from '#services.ts';
import { enqueueRejudgement } from './enqueueRejudgement.ts';

/** Enqueues again what was asked for before `before` and has not come back; job ids make that harmless. */
export async function sweepRejudgements(
  services: Services,
  before: Date,
  batch: number,
): Promise<void> {
  for (const { id, submissionId } of await listUnfinishedRejudgements(services.db, before, batch)) {
    const submission = await findJudged(services.db, submissionId);
    if (submission?.verdict) enqueueRejudgement(services, id, submission, submission.verdict);
  }
}
