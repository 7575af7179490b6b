import { type ReactNode, useEffect } from 'react';
import { PageHead } from '#panes/PageHead.tsx';
import classes from './ReplayPage.module.css';

/** A page that replays something, under a head that says what. */
export function ReplayPage({
  back,
  title,
  detail,
  className,
  head,
  children,
}: {
  back: { to: string; label: string };
  /** Whose work, or which session. */
  title: string;
  detail: string;
  /** How wide that may be. */
  className: string | undefined;
  /** What else is in the head. */
  head: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `Replay: ${title} · Assay`;
  }, [title]);
  return (
    <main className={classes.page}>
      <PageHead
        back={back}
        title={title}
        heading={`Replay: ${title}`}
        detail={detail}
        className={className}
      >
        {head}
      </PageHead>
      <div className={classes.body}>{children}</div>
    </main>
  );
}
