import type { Timeline } from '@assay/workspace/replay';
import { placeOf } from './placeOf.ts';
import type { ReplayMark } from './replaySource.ts';
import classes from './ReplayTimeline.module.css';

/** What part of the tests held from run to run, as steps behind the runs themselves. */
export function ProgressLine({
  marks,
  timeline,
}: {
  marks: readonly ReplayMark[];
  timeline: Timeline;
}) {
  const steps = marks.flatMap(({ atMs, share }) =>
    share === undefined ? [] : [{ x: placeOf(timeline, atMs), y: 100 - share * 100 }],
  );
  const [first] = steps;
  if (first === undefined) return null;
  const path = steps.map(({ x, y }) => `H ${x} V ${y}`).join(' ');
  return (
    <svg
      className={classes.progress}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={`M ${first.x} 100 ${path} H 100 V 100 Z`} />
    </svg>
  );
}
