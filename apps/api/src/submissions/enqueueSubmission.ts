import type { SubmissionRecord } from '@assay/db';
import { withIds } from '@assay/telemetry';
import type { Services } from '#services.ts';
import { findOwner } from './ownerOf.ts';

/** Sends a stored submission to the judge, without waiting. If that fails, the sweep does it again. */
export function enqueueSubmission(
  { db, queues, background, logger }: Pick<Services, 'db' | 'queues' | 'background' | 'logger'>,
  { id, attemptId, challengeHash, suite, seed, files }: SubmissionRecord,
): void {
  withIds({ submissionId: id, attemptId }, () =>
    background.run('enqueue submission', async () => {
      const owner = await findOwner(db, attemptId);
      // It was erased meanwhile.
      if (owner === undefined) return;
      await queues.enqueueJudge({ submissionId: id, challengeHash, suite, seed, files }, owner);
      logger.info({ suite }, 'Sent to the judge');
    }),
  );
}
