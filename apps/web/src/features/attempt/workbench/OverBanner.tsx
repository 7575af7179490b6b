import type { SaveState } from '@assay/workspace/browser';
import { IconClockCheck } from '@tabler/icons-react';
import classes from './OverBanner.module.css';

/** Says that the time is over and what became of the work, until the farewell page takes over. */
export function OverBanner({ saveState }: { saveState: SaveState }) {
  return (
    <div className={classes.banner} role="alert">
      <IconClockCheck size={18} stroke={1.7} aria-hidden="true" />
      <span>
        <b>Time is over. Your work is being handed in</b> as the server had it at the end.{' '}
        {saveState.pending === 0
          ? 'Everything you typed was saved.'
          : 'The last changes typed in this browser did not reach it in time.'}
      </span>
    </div>
  );
}
