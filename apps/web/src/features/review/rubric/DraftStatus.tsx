import { formatTime } from '#app/formatTime.ts';
import classes from './DraftStatus.module.css';
import type { DraftState } from './DraftSaver.ts';

/** Whether the draft is kept. */
export function DraftStatus({ state }: { state: DraftState }) {
  return (
    <span className={`${classes.status} numbers`} data-kind={state.kind} aria-live="polite">
      {describe(state)}
    </span>
  );
}

function describe(state: DraftState): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'saving':
      return 'Saving draft';
    case 'saved':
      return `Draft saved ${formatTime(state.at)}`;
    case 'failed':
      return `Draft not saved. ${state.message}`;
  }
}
