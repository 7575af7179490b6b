import { type CandidateSubmission, presentVerdict } from '@assay/contracts/http';
import type { JudgedSubmission } from '@assay/db';

/** A submission as its candidate may see it. */
export function presentSubmission(submission: JudgedSubmission): CandidateSubmission {
  return {
    id: submission.id,
    attemptId: submission.attemptId,
    challenge: submission.challenge,
    suite: submission.suite,
    sentBy: submission.sentBy,
    state: submission.state,
    createdAt: submission.createdAt.toISOString(),
    ...(submission.verdict && { verdict: presentVerdict(submission.verdict, submission.files) }),
  };
}
