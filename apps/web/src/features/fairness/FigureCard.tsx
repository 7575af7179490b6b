import type { ReactNode } from 'react';
import classes from './FigureCard.module.css';

/** One figure of a few that stand side by side: what it is, the figure, and how to read it. */
export function FigureCard({
  title,
  children,
  hint,
}: {
  title: string;
  children: ReactNode;
  hint: string;
}) {
  return (
    <section className={classes.card} aria-label={title}>
      <h2>{title}</h2>
      {children}
      <p>{hint}</p>
    </section>
  );
}
