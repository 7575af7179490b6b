import type { SubmissionRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { findOwner } from './ownerOf.ts';

/** Sends a stored submission to the judge, without waiting. If that fails, the sweep does it again. */
export function enqueueSubmission(
  { db, queues, background }: Pick<Services, 'db' | 'queues' | 'background'>,
  { id, attemptId, challengeHash, suite, seed, files }: SubmissionRecord,
): void {
  background.run('enqueue submission', async () => {
    const owner = await findOwner(db, attemptId);
    // It was erased meanwhile.
    if (owner === undefined) return;
    await queues.enqueueJudge({ submissionId: id, challengeHash, suite, seed, files }, owner);
  });
}
