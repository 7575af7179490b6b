import type { ExploreStep } from '@assay/contracts/http';
import type { LiveRun } from '@assay/contracts/live';
import { useEffect } from 'react';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { describeGoingOn, isGoingOn } from './describeRun.ts';
import type { PadRuns } from './usePadRuns.ts';

type Requests = Extract<LiveRun, { kind: 'requests' }>;

/** The run of one shared console that is shown: the newest, or the one that was chosen from the history. */
export function useShownRequests(runs: PadRuns, kind: ExploreStep['kind']) {
  const { status } = useLiveSession();
  const { log, state, right, asking, pickedRequest, mayCancel, cancel, nameOf } = runs;
  const audience = status.state === 'prepared' ? 'interviewers' : 'everybody';
  const ofKind = state.runs.filter(
    (run): run is Requests => run.kind === 'requests' && run.steps.at(-1)?.step.kind === kind,
  );
  // What was tried before the start is not gone on from after it.
  const isShown = (run: Requests) => status.state === 'ended' || run.audience === audience;
  const shown = ofKind.find(({ id }) => id === pickedRequest) ?? ofKind.find(isShown);
  useEffect(() => {
    if (shown !== undefined) void log.want(shown);
  }, [log, shown]);
  const isBusy = shown !== undefined && isGoingOn(shown);
  return {
    shown,
    /** Whether the next one can be sent on top of it. */
    mayGoOn: shown?.audience === audience,
    running: isBusy || asking,
    waiting: isBusy
      ? `${describeGoingOn(shown, nameOf(shown.by))}. It starts afresh each time.`
      : undefined,
    problem:
      shown?.state === 'cancelled'
        ? `${shown.cancelledBy === undefined ? 'The end of the session' : nameOf(shown.cancelledBy)} stopped this.`
        : undefined,
    disabled: right.may !== 'run',
    stop: isBusy && mayCancel(shown) ? () => void cancel(shown.id) : undefined,
  };
}
