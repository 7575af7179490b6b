import { Button, Loader, VisuallyHidden } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { PersonDot } from '#features/live/presence/PersonDot.tsx';
import { describeGoingOn, describeRun, isGoingOn, summariseRun } from './describeRun.ts';
import classes from './Runs.module.css';
import type { PadRuns } from './usePadRuns.ts';

/** Who runs what at the moment, or ran something last, unless that is the run `besides`, which says so itself. */
export function RunStatus({ runs, besides }: { runs: PadRuns; besides: string | undefined }) {
  const { roster } = useLiveSession();
  const { goingOn, state, right, nameOf, mayCancel, cancel, cancelling } = runs;
  const run = right.may === 'nothing' ? undefined : (goingOn[0] ?? state.runs[0]);
  if (run === undefined || run.id === besides) return <Announcement runs={runs} />;
  const colour = roster.find(({ participantId }) => participantId === run.by)?.colour ?? '';
  const who = nameOf(run.by);
  return (
    <div className={classes.status}>
      {isGoingOn(run) ? <Loader size={14} aria-hidden="true" /> : <PersonDot colour={colour} />}
      {run.audience === 'interviewers' ? (
        <IconLock size={13} stroke={1.8} role="img" aria-label="Only interviewers see this" />
      ) : null}
      <span>{isGoingOn(run) ? describeGoingOn(run, who) : describeRun(run, who)}</span>
      {isGoingOn(run) && mayCancel(run) ? (
        <Button
          size="compact-xs"
          variant="default"
          loading={cancelling}
          onClick={() => void cancel(run.id)}
        >
          Cancel
        </Button>
      ) : null}
      <Announcement runs={runs} />
    </div>
  );
}

/** Says aloud who runs what, and what came of it, once each. What was over before the page was opened is not said. */
function Announcement({ runs: { goingOn, state, nameOf } }: { runs: PadRuns }) {
  const [begun, setBegun] = useState<string>();
  const [current] = goingOn;
  if (current !== undefined && begun !== current.id) setBegun(current.id);
  const run = state.runs.find(({ id }) => id === begun);
  const words =
    run === undefined
      ? ''
      : isGoingOn(run)
        ? `${describeGoingOn(run, nameOf(run.by))}.`
        : run.kind === 'tests'
          ? summariseRun(run, [], nameOf)
          : 'The answer is there.';
  return <VisuallyHidden role="status">{words}</VisuallyHidden>;
}
