import { IconLock } from '@tabler/icons-react';
import classes from './OnlyInterviewers.module.css';

/** Stands at the head of what neither candidates nor observers receive. */
export function OnlyInterviewers() {
  return (
    <p className={classes.private}>
      <IconLock size={13} stroke={2} aria-hidden="true" />
      Only interviewers see this
    </p>
  );
}
