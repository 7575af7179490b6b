import type { ReactNode } from 'react';
import classes from './FairnessSection.module.css';

/** One part of the page of fairness: its table, and what it means. */
export function FairnessSection({
  title,
  children,
  reading,
}: {
  title: string;
  children: ReactNode;
  reading: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2>{title}</h2>
      {children}
      <p>{reading}</p>
    </section>
  );
}
