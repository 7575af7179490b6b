import type { SaveState } from '@assay/workspace/browser';
import { Button } from '@mantine/core';
import classes from './InterviewerRail.module.css';

/** What was done last, and how to take it back. */
export type Said = { words: string; undo?: () => void };

/** Says what was done by key or press, and whether it is safe when it is not. */
export function RailFoot({
  states,
  said,
  onUndone,
}: {
  states: readonly SaveState[];
  said: Said | undefined;
  onUndone: () => void;
}) {
  const problem = states.map(describeProblem).find((words) => words !== undefined);
  const words = problem ?? said?.words;
  const undo = problem === undefined ? said?.undo : undefined;
  return (
    <div
      className={words === undefined ? undefined : classes.foot}
      data-bad={problem !== undefined || undefined}
      role="status"
    >
      {words === undefined ? null : <span>{words}</span>}
      {undo === undefined ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            undo();
            onUndone();
          }}
        >
          Undo
        </Button>
      )}
    </div>
  );
}

/** What to know of changes that the server does not have. */
function describeProblem(state: SaveState): string | undefined {
  if (state.kind === 'refused') return `Not saved. ${state.message}`;
  if (state.kind !== 'offline') return undefined;
  return state.pending === 0
    ? 'No connection. What you wrote is saved.'
    : 'No connection. Keep this page open: what you wrote is sent when it is back.';
}
