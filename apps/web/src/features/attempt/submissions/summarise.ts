import type { CandidateSubmission, CandidateTest } from '@assay/contracts/http';

/** The first sentences of a result: what came out, and what to look at first. */
export function summarise(
  submission: CandidateSubmission,
  soFar: readonly CandidateTest[],
): string {
  const { verdict } = submission;
  if (submission.state === 'cancelled')
    return 'You cancelled this. It has no result and counts for nothing.';
  if (verdict === undefined) {
    if (soFar.length === 0)
      return submission.state === 'queued' ? describeWait(submission.ahead) : 'Starting your code.';
    const passed = soFar.filter(({ status }) => status === 'passed').length;
    return `Judging. ${passed} of ${soFar.length} hold so far.`;
  }
  const first = verdict.tests.find(
    (test) => test.suite === 'public' && (test.status === 'failed' || test.status === 'timed_out'),
  );
  if (first === undefined || !('name' in first)) return verdict.summary;
  return `${verdict.summary} First to look at: ${first.name.split(' > ').at(-1) ?? first.name}.`;
}

function describeWait(ahead: number | undefined): string {
  if (ahead === undefined || ahead === 0) return 'Waiting for a judge.';
  return `Waiting for a judge. ${ahead === 1 ? '1 run is' : `${ahead} runs are`} before yours.`;
}
