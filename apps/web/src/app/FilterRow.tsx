import type { ReactNode } from 'react';
import classes from './FilterRow.module.css';

/** The fields above a list that choose what it shows. */
export function FilterRow({ children }: { children: ReactNode }) {
  return (
    <div className={classes.row} role="search">
      {children}
    </div>
  );
}
