import type { LiveRun, LiveTest } from '@assay/contracts/live';
import { formatTime } from '#app/formatTime.ts';

/** Whether a run still waits for its result. */
export const isGoingOn = ({ state }: Pick<LiveRun, 'state'>): boolean =>
  state === 'queued' || state === 'running';

const isRequest = (run: LiveRun): boolean =>
  run.kind === 'requests' && run.steps.at(-1)?.step.kind === 'http';

/** What is run, as the object of a sentence. */
function whatRuns(run: LiveRun): string {
  if (run.kind === 'requests') return isRequest(run) ? 'a request' : 'SQL';
  return run.suite === 'hidden' ? 'the hidden tests' : 'the tests';
}

/** Who runs what, while it goes on: "Noor runs the tests". */
export function describeGoingOn(run: LiveRun, who: string): string {
  const verb = isRequest(run) ? 'send' : 'run';
  return `${who} ${verb}${who === 'You' ? '' : 's'} ${whatRuns(run)}`;
}

/** Who ran what and when: "Noor ran the tests at 14:02". */
export function describeRun(run: LiveRun, who: string): string {
  const verb = isRequest(run) ? 'sent' : 'ran';
  return `${who} ${verb} ${whatRuns(run)} at ${formatTime(run.askedAt)}`;
}

/** The first sentences of a run of tests: what came out, and what to look at first. */
export function summariseRun(
  run: Extract<LiveRun, { kind: 'tests' }>,
  soFar: readonly LiveTest[],
  nameOf: (participantId: string) => string,
): string {
  if (run.state === 'cancelled')
    return run.cancelledBy === undefined
      ? 'The session ended before this did. It has no result.'
      : `${nameOf(run.cancelledBy)} cancelled this. It has no result.`;
  if (isGoingOn(run)) {
    if (soFar.length === 0)
      return run.state === 'queued' ? 'Waiting for a judge.' : 'Starting the code.';
    const passed = soFar.filter(({ status }) => status === 'passed').length;
    return `Judging. ${passed} of ${soFar.length} hold so far.`;
  }
  if (run.verdict === undefined) return 'Fetching what came of it.';
  const { summary, tests } = run.verdict;
  const first = tests.find(({ status }) => status === 'failed' || status === 'timed_out');
  return first === undefined
    ? summary
    : `${summary} First to look at: ${first.name.split(' > ').at(-1) ?? first.name}.`;
}
