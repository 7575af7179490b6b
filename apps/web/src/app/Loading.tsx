import { Loader } from '@mantine/core';
import classes from './Loading.module.css';

/** Fills the place of what is being loaded. Appears late, so that quick answers do not flicker. */
export function Loading({ label }: { label: string }) {
  return (
    <div className={classes.loading} role="status">
      <Loader size={20} type="dots" />
      <span>{label}</span>
    </div>
  );
}
