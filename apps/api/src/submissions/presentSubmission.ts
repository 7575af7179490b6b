import { type CandidateSubmission, presentVerdict } from '@assay/contracts/http';
import type { JudgedSubmission } from '@assay/db';

/**
 * A submission as its candidate may see it. Of its hidden tests it names those in `showable`; with `wait`
 * it says how many are judged before it, while it is queued, and how long that will take.
 */
export function presentSubmission(
  submission: JudgedSubmission,
  showable: readonly string[],
  wait?: { ahead: number; ms?: number | undefined },
): CandidateSubmission {
  return {
    id: submission.id,
    attemptId: submission.attemptId,
    challenge: submission.challenge,
    suite: submission.suite,
    sentBy: submission.sentBy,
    state: submission.state,
    createdAt: submission.createdAt.toISOString(),
    ...(submission.state === 'queued' && wait && { ahead: wait.ahead }),
    ...(submission.state === 'queued' &&
      wait?.ms !== undefined && { waitSeconds: Math.ceil(wait.ms / 1_000) }),
    ...(submission.verdict && {
      verdict: presentVerdict(submission.verdict, submission.files, showable),
    }),
  };
}
