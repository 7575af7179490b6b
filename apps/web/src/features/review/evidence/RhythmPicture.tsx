import type { WorkRhythm } from '@assay/contracts/http';
import classes from './RhythmPicture.module.css';

const height = 48;
/** Narrower than this a minute cannot be seen, in parts of the picture's width. */
const leastShare = 1 / 240;

/** How much was written in each minute, what of it came in one piece, and when the page was not in front. */
export function RhythmPicture({ rhythm }: { rhythm: WorkRhythm }) {
  const from = Date.parse(rhythm.from);
  const whole = Math.max(1, ...rhythm.minutes.map(({ minute }) => minute + 1));
  const minutes = Math.max(whole, (Date.parse(rhythm.until) - from) / 60_000);
  const most = Math.max(1, ...rhythm.minutes.map(({ typed, inserted }) => typed + inserted));
  const width = Math.max(0.8, minutes * leastShare);
  const minuteOf = (at: string | undefined) =>
    at === undefined ? minutes : Math.min(minutes, Math.max(0, (Date.parse(at) - from) / 60_000));
  return (
    <figure className={classes.rhythm}>
      <svg viewBox={`0 0 ${minutes} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {rhythm.away.map((absence) => {
          const start = minuteOf(absence.from);
          return (
            <rect
              key={absence.from}
              className={classes.away}
              x={start}
              y={0}
              width={Math.max(minutes * leastShare, minuteOf(absence.until) - start)}
              height={height}
            />
          );
        })}
        {rhythm.minutes.map(({ minute, typed, inserted }) => {
          // The root keeps a quiet minute visible beside a large insertion.
          const total = typed + inserted;
          const tall = Math.sqrt(total / most) * height;
          const pieces = total === 0 ? 0 : (tall * inserted) / total;
          return (
            <g key={minute}>
              <rect
                className={classes.inserted}
                x={minute}
                y={height - pieces}
                width={width}
                height={pieces}
              />
              <rect
                className={classes.typed}
                x={minute}
                y={height - tall}
                width={width}
                height={tall - pieces}
              />
            </g>
          );
        })}
      </svg>
      <figcaption className="numbers">
        <span>Start</span>
        <span className={classes.key}>
          <i className={classes.typed} /> written, by the minute
          <i className={classes.inserted} /> in large pieces
          <i className={classes.away} /> page not in front
        </span>
        <span>{Math.round(minutes)} min</span>
      </figcaption>
    </figure>
  );
}
