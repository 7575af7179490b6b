import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './StaffPage.module.css';

/** A page of the staff's side: title, what one can do here, content. */
export function StaffPage({
  title,
  lead,
  action,
  wide = false,
  children,
}: {
  title: string;
  lead?: string;
  action?: ReactNode;
  /** Takes all of a wide window, for what has many columns. */
  wide?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  return (
    <main className={classes.page} data-wide={wide || undefined}>
      <header className={classes.head}>
        <div>
          <Title order={1}>{title}</Title>
          {lead ? <p>{lead}</p> : null}
        </div>
        {action}
      </header>
      {children}
    </main>
  );
}
