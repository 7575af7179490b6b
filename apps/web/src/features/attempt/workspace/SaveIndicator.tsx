import type { SaveState } from '@assay/workspace/browser';
import { VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  type TablerIcon,
} from '@tabler/icons-react';
import { describeSaveState } from './describeSaveState.ts';
import classes from './SaveIndicator.module.css';

const icons: Record<SaveState['kind'], TablerIcon> = {
  opening: IconCloudUp,
  saved: IconCloudCheck,
  saving: IconCloudUp,
  offline: IconCloudOff,
  refused: IconAlertTriangle,
};

/** Says where the work is. Trouble, and its end, are also said aloud; saving is not, it happens all the time. */
export function SaveIndicator({ state }: { state: SaveState }) {
  const { label, detail, tone } = describeSaveState(state);
  const Icon = icons[state.kind];
  return (
    <div className={classes.state} data-tone={tone} title={detail}>
      <Icon size={16} stroke={1.7} aria-hidden="true" />
      <span className="numbers">{label}</span>
      <VisuallyHidden aria-live="polite">{tone === 'quiet' ? '' : detail}</VisuallyHidden>
    </div>
  );
}
