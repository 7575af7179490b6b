import type { AttemptState } from '@assay/contracts/http';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconHourglass,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './StateBadge.module.css';

export const stateNames: Record<AttemptState, string> = {
  invited: 'Invited',
  running: 'Working',
  finished: 'To review',
  graded: 'Graded',
  withdrawn: 'Withdrawn',
};

const icons: Record<AttemptState, TablerIcon> = {
  invited: IconCircleDashed,
  running: IconPencil,
  finished: IconHourglass,
  graded: IconCircleCheck,
  withdrawn: IconCircleMinus,
};

/** Where an attempt stands. */
export function StateBadge({ state }: { state: AttemptState }) {
  const Icon = icons[state];
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {stateNames[state]}
    </span>
  );
}
