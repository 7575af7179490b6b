import type { AttemptState } from '@assay/contracts/http';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconEraser,
  IconHourglass,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './StateBadge.module.css';

type Standing = AttemptState | 'erased';

export const stateNames: Record<Standing, string> = {
  invited: 'Invited',
  running: 'Working',
  finished: 'To review',
  graded: 'Graded',
  withdrawn: 'Withdrawn',
  erased: 'Erased',
};

const icons: Record<Standing, TablerIcon> = {
  invited: IconCircleDashed,
  running: IconPencil,
  finished: IconHourglass,
  graded: IconCircleCheck,
  withdrawn: IconCircleMinus,
  erased: IconEraser,
};

/** Where an attempt stands. */
export function StateBadge({ state }: { state: Standing }) {
  const Icon = icons[state];
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {stateNames[state]}
    </span>
  );
}
