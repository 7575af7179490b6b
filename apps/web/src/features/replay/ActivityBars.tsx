import { countActivity, type Timeline } from '@assay/workspace/replay';
import { useMemo } from 'react';
import { personColour } from '#features/live/presence/personColour.ts';
import type { ReplaySource } from './replaySource.ts';
import classes from './ReplayTimeline.module.css';

const buckets = 180;
const height = 28;

/** How much was changed when, in the colours of those who did. */
export function ActivityBars({ source, timeline }: { source: ReplaySource; timeline: Timeline }) {
  const { changes, board, people } = source;
  const columns = useMemo(() => {
    const drawn = (board ?? []).map(({ at, author }) => ({ atMs: at.getTime(), author }));
    return countActivity([...changes, ...drawn], timeline, buckets);
  }, [changes, board, timeline]);
  const most = Math.max(1, ...columns.map((column) => sum([...column.values()])));
  return (
    <svg
      className={classes.activity}
      viewBox={`0 0 ${buckets} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {columns.flatMap((column, x) => {
        let y = height;
        return [...column].map(([author, count]) => {
          const person = people.find(({ id }) => id === author);
          if (person === undefined) return null;
          // The root keeps a quiet minute visible beside a busy one.
          const total = sum([...column.values()]);
          const tall = (Math.sqrt(total / most) * height * count) / total;
          y -= tall;
          return (
            <rect
              key={`${x} ${author}`}
              x={x + 0.12}
              y={y}
              width={0.76}
              height={tall}
              fill={personColour(person.colour).colour}
            />
          );
        });
      })}
    </svg>
  );
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
