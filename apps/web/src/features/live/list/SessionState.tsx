import type { LiveState } from '@assay/contracts/live';
import { IconCircleCheck, IconCircleDashed, IconCircleDot } from '@tabler/icons-react';
import badge from '#features/review/StateBadge.module.css';

const states = {
  prepared: { name: 'Prepared', Icon: IconCircleDashed },
  open: { name: 'Going on', Icon: IconCircleDot },
  ended: { name: 'Ended', Icon: IconCircleCheck },
} as const;

/** Where a live session stands. */
export function SessionState({ state }: { state: LiveState }) {
  const { name, Icon } = states[state];
  return (
    <span className={badge.badge} data-state={state === 'open' ? 'running' : undefined}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {name}
    </span>
  );
}
