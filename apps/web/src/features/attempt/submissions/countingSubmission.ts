import type { CandidateSubmission } from '@assay/contracts/http';

/** The submission of a challenge that counts: the newest against the hidden tests. Expects newest first. */
export function countingSubmission(
  submissions: readonly CandidateSubmission[],
  challenge: string,
): CandidateSubmission | undefined {
  return submissions.find(
    (submission) => submission.challenge === challenge && submission.suite === 'hidden',
  );
}
