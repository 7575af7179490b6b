import { type CandidateSubmission, presentVerdict } from '@assay/contracts/http';
import type { JudgedSubmission } from '@assay/db';

/**
 * A submission as its candidate may see it. Of its hidden tests it names those in `showable`; `ahead` of it,
 * while it is queued, wait so many others.
 */
export function presentSubmission(
  submission: JudgedSubmission,
  showable: readonly string[],
  ahead?: number,
): CandidateSubmission {
  return {
    id: submission.id,
    attemptId: submission.attemptId,
    challenge: submission.challenge,
    suite: submission.suite,
    sentBy: submission.sentBy,
    state: submission.state,
    createdAt: submission.createdAt.toISOString(),
    ...(submission.state === 'queued' && ahead !== undefined && { ahead }),
    ...(submission.verdict && {
      verdict: presentVerdict(submission.verdict, submission.files, showable),
    }),
  };
}
