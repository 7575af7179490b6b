import { maxExploreSteps } from '@assay/contracts/http';
import { useState } from 'react';
import { HttpConsole } from '#features/attempt/explore/HttpConsole.tsx';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import { SentBy } from './SentBy.tsx';
import type { PadRuns } from './usePadRuns.ts';
import { useShownRequests } from './useShownRequests.ts';

/** The console that everybody in the session shares: what one sends, all see with its answer. */
export function SharedHttp({ runs, onOpenPlace }: { runs: PadRuns; onOpenPlace: OpenPlace }) {
  const { shown, mayGoOn, stop, problem, ...state } = useShownRequests(runs, 'http');
  // Of what is shown: which of its requests this page leaves out the next time.
  const [left, setLeft] = useState<{ id: string | undefined; out: ReadonlySet<number> }>();
  const out = left?.id === shown?.id ? left?.out : undefined;
  const kept = (shown?.steps ?? []).flatMap((sent, index) =>
    out?.has(index) ? [] : [{ ...sent, index }],
  );
  const leaveOut = (indexes: readonly number[]) =>
    setLeft({ id: shown?.id, out: new Set([...(out ?? []), ...indexes]) });
  return (
    <HttpConsole
      {...state}
      sent={kept.flatMap(({ by, step }) =>
        step.kind === 'http'
          ? [{ request: step, by: <SentBy by={by} name={runs.nameOf(by)} /> }]
          : [],
      )}
      exploration={out ? undefined : shown?.exploration}
      problem={out ? undefined : problem}
      hint="Each time somebody sends, the code starts afresh in the sandbox and gets all requests of this list again, in order. Everybody in the session sees the list and the answers."
      onSend={(step) =>
        void runs.ask({
          kind: 'requests',
          step,
          ...(shown !== undefined &&
            mayGoOn &&
            kept.length > 0 && {
              after: {
                id: shown.id,
                keep: kept.map(({ index }) => index).slice(1 - maxExploreSteps),
              },
            }),
        })
      }
      onStop={stop}
      onLeaveOut={(place) => leaveOut(kept.slice(place, place + 1).map(({ index }) => index))}
      onBeginAfresh={() => leaveOut(kept.map(({ index }) => index))}
      onOpenPlace={onOpenPlace}
    />
  );
}
