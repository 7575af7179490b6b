import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './PageHead.module.css';

/** The head of a page that fills the window: the way back, what the page is about, and what can be done there. */
export function PageHead({
  back,
  title,
  heading = title,
  detail,
  detailTitle,
  className,
  children,
}: {
  back: { to: string; label: string };
  /** Told in whole where there is not room enough for the heading. */
  title: string;
  heading?: string;
  detail: string;
  detailTitle?: string | undefined;
  /** How wide the two lines of text may be. */
  className?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <header className={classes.head}>
      <Link to={back.to} className={classes.back} aria-label={back.label} title={back.label}>
        <IconArrowLeft size={17} stroke={1.7} />
      </Link>
      <div className={`${classes.name} ${className ?? ''}`}>
        <h1 title={title}>{heading}</h1>
        <span className="numbers" title={detailTitle}>
          {detail}
        </span>
      </div>
      {children}
    </header>
  );
}
