import type { SubmissionRecord } from '@assay/db';
import type { Services } from '#services.ts';

/** Sends a stored submission to the judge, without waiting. If that fails, the sweep does it again. */
export function enqueueSubmission(
  { queues, background }: Pick<Services, 'queues' | 'background'>,
  { id, challengeHash, suite, seed, files }: SubmissionRecord,
): void {
  background.run('enqueue submission', () =>
    queues.enqueueJudge({ submissionId: id, challengeHash, suite, seed, files }),
  );
}
