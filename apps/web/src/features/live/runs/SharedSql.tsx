import { SqlConsole } from '#features/attempt/explore/SqlConsole.tsx';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import classes from './Runs.module.css';
import { SentBy } from './SentBy.tsx';
import type { PadRuns } from './usePadRuns.ts';
import { useShownRequests } from './useShownRequests.ts';

/** SQL on the seeded database, whose rows everybody in the session sees. */
export function SharedSql({ runs, onOpenPlace }: { runs: PadRuns; onOpenPlace: OpenPlace }) {
  const { shown, mayGoOn: _, stop, ...state } = useShownRequests(runs, 'sql');
  const last = shown?.steps.at(-1);
  return (
    <SqlConsole
      {...state}
      exploration={shown?.exploration}
      ran={
        last?.step.kind === 'sql' ? (
          <div className={classes.statement}>
            <SentBy by={last.by} name={runs.nameOf(last.by)} />
            <pre>{last.step.text}</pre>
          </div>
        ) : null
      }
      onRun={(text) => void runs.ask({ kind: 'requests', step: { kind: 'sql', text } })}
      onStop={stop}
      onOpenPlace={onOpenPlace}
    />
  );
}
