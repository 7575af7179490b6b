import type { TablerIcon } from '@tabler/icons-react';
import classes from './Badge.module.css';

/** How a badge stands out: `warn` waits for somebody, `good` is through, `accent` goes on now. */
export type Tone = 'warn' | 'good' | 'accent';

/** Where something stands, by its icon and its word. */
export function Badge({
  name,
  Icon,
  tone,
}: {
  name: string;
  Icon: TablerIcon;
  tone?: Tone | undefined;
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {name}
    </span>
  );
}
