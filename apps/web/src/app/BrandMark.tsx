import { Link } from 'react-router';
import classes from './BrandMark.module.css';

/** The name of the product; links to `to` where there is somewhere to go. */
export function BrandMark({ to }: { to?: string }) {
  const mark = (
    <>
      <svg viewBox="0 0 24 24" width="20" height="20" fill="none" aria-hidden="true">
        <path d="M7.5 2.5h9l5 5v9l-5 5h-9l-5-5v-9z" />
        <path d="M8 16.5 12 7l4 9.5M9.6 13h4.8" />
      </svg>
      <span>Assay</span>
    </>
  );
  if (to === undefined) return <div className={classes.brand}>{mark}</div>;
  return (
    <Link className={classes.brand} to={to} aria-label="Assay">
      {mark}
    </Link>
  );
}
