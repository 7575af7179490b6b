import { Kbd } from '@mantine/core';
import { modKey } from '#app/modKey.ts';
import { Loading } from '#app/Loading.tsx';
import { type OpenPlace, ResultPanel } from '#features/attempt/submissions/ResultPanel.tsx';
import pane from '#panes/Pane.module.css';
import { OnlyInterviewers } from '#features/live/rail/OnlyInterviewers.tsx';
import { describeGoingOn, describeRun, isGoingOn, summariseRun } from './describeRun.ts';
import type { PadRuns } from './usePadRuns.ts';

/** What came of the run of tests that is shown, or why there is none. */
export function RunResult({ runs, onOpenPlace }: { runs: PadRuns; onOpenPlace: OpenPlace }) {
  const { state, right, shown, nameOf, mayCancel, cancel, cancelling } = runs;
  if (right.may === 'nothing')
    return (
      <p className={pane.empty}>
        What the candidate runs in a focus time is theirs. It is here for you when the focus time
        ends.
      </p>
    );
  if (state.loaded.kind === 'loading') return <Loading label="Fetching what was run" />;
  if (state.loaded.kind === 'failed') return <p className={pane.empty}>{state.loaded.message}</p>;
  if (shown === undefined)
    return (
      <p className={pane.empty}>
        Nothing has been run yet.{' '}
        {right.may === 'see' ? null : state.offers?.tests ? (
          <>
            <Kbd>{modKey}</Kbd> <Kbd>Enter</Kbd> runs the public tests, and whatever stands in
            tests/ beside them. Everybody sees the results.
          </>
        ) : (
          <>
            There is no challenge here, so the tests are yours: <Kbd>Alt</Kbd> <Kbd>T</Kbd> adds one
            in tests/, <Kbd>{modKey}</Kbd> <Kbd>Enter</Kbd> runs it for all to see.
          </>
        )}
      </p>
    );
  const soFar = state.soFar.get(shown.id) ?? [];
  const { id, verdict } = shown;
  return (
    <>
      {shown.audience === 'interviewers' ? <OnlyInterviewers /> : null}
      <ResultPanel
        run={{
          id,
          state: isGoingOn(shown)
            ? 'unfinished'
            : shown.state === 'cancelled'
              ? 'cancelled'
              : 'judged',
          tests: verdict?.tests ?? soFar,
          verdict,
        }}
        summary={summariseRun(shown, soFar, nameOf)}
        about={(isGoingOn(shown) ? describeGoingOn : describeRun)(shown, nameOf(shown.by))}
        onOpenPlace={onOpenPlace}
        onCancel={mayCancel(shown) ? () => void cancel(id) : undefined}
        cancelling={cancelling}
      />
    </>
  );
}
