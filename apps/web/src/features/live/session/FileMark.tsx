import type { Icon } from '@tabler/icons-react';
import classes from './Pad.module.css';

/** Stands behind the name of a file that is more than a file. */
export function FileMark({
  icon: Sign,
  label,
  title,
}: {
  icon: Icon;
  label: string;
  title: string;
}) {
  return (
    <span className={classes.mark} role="img" aria-label={label} title={title}>
      <Sign size={12} stroke={1.8} aria-hidden="true" />
    </span>
  );
}
