import { KeepLink } from './KeepLink.tsx';
import classes from './SmallScreenHint.module.css';

/** Before the start, on a telephone: one can read here, and should start elsewhere. */
export function SmallScreenHint({ attemptId }: { attemptId: string }) {
  return (
    <aside className={classes.hint} aria-label="Screen">
      <p>
        <b>Read here, work on a computer.</b> The editor needs a larger screen than this one. The
        clock runs only once you start, so take your link along first.
      </p>
      <KeepLink attemptId={attemptId} />
    </aside>
  );
}
