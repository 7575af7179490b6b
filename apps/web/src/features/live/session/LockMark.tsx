import { IconLock } from '@tabler/icons-react';
import classes from './Pad.module.css';

/** Stands behind the name of a file that the candidate cannot change. */
export function LockMark() {
  return (
    <span
      className={classes.lock}
      role="img"
      aria-label="Locked"
      title="The candidate cannot change this file"
    >
      <IconLock size={12} stroke={1.8} aria-hidden="true" />
    </span>
  );
}
