import type { CandidateSubmission } from '@assay/contracts/http';

/** The submission of a challenge that counts: the newest against the hidden tests that was not cancelled. Expects newest first. */
export function countingSubmission(
  submissions: readonly CandidateSubmission[],
  challenge: string,
): CandidateSubmission | undefined {
  return submissions.find(
    ({ challenge: of, suite, state }) =>
      of === challenge && suite === 'hidden' && state !== 'cancelled',
  );
}
