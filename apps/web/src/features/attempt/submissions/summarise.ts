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
      return submission.state === 'queued' ? describeWait(submission) : 'Starting your code.';
    const passed = soFar.filter(({ status }) => status === 'passed').length;
    return `Judging. ${passed} of ${soFar.length} hold so far.`;
  }
  const first = verdict.tests.find(
    (test) => test.suite === 'public' && (test.status === 'failed' || test.status === 'timed_out'),
  );
  if (first === undefined || !('name' in first)) return verdict.summary;
  return `${verdict.summary} First to look at: ${first.name.split(' > ').at(-1) ?? first.name}.`;
}

function describeWait({ ahead = 0, waitSeconds }: CandidateSubmission): string {
  const before =
    ahead === 0 ? '' : ` ${ahead === 1 ? '1 run is' : `${ahead} runs are`} before yours`;
  if (waitSeconds === undefined) return `Waiting for a judge.${before && `${before}.`}`;
  const time = `about ${describeSeconds(waitSeconds)}`;
  return `Waiting for a judge.${before ? `${before}: ${time}.` : ` Yours is next: ${time}.`}`;
}

/** Rounded up, so that nobody waits longer than was said for the sake of the rounding. */
function describeSeconds(seconds: number): string {
  return seconds <= 90 ? `${Math.ceil(seconds / 5) * 5} s` : `${Math.ceil(seconds / 60)} min`;
}
