import { type PointerEvent, type ReactNode, useRef } from 'react';
import classes from './ReplayTimeline.module.css';
import { placeOf } from './placeOf.ts';
import type { ReplayClock } from './useReplayClock.ts';

/** Shows where one is in what it holds, and goes where it is pressed and dragged; on a mark, to the mark. */
export function Scrubber({
  clock,
  describe,
  children,
}: {
  clock: ReplayClock;
  describe: (atMs: number) => string;
  children: ReactNode;
}) {
  const { timeline, atMs, seek } = clock;
  const element = useRef<HTMLDivElement>(null);
  const seekTo = ({ clientX }: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (box === undefined) return;
    const share = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
    seek(timeline.momentAt(share * timeline.lengthMs));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const mark = event.target instanceof HTMLElement ? event.target.dataset['at'] : undefined;
    if (mark !== undefined) return seek(Number(mark));
    event.currentTarget.setPointerCapture(event.pointerId);
    seekTo(event);
  };
  return (
    <div
      ref={element}
      className={classes.scrubber}
      role="slider"
      tabIndex={0}
      aria-label="Moment of the recording"
      aria-valuemin={0}
      aria-valuemax={Math.round(timeline.lengthMs / 1_000)}
      aria-valuenow={Math.round(timeline.playedAt(atMs) / 1_000)}
      aria-valuetext={describe(atMs)}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
    >
      {children}
      <div
        className={classes.playhead}
        style={{ left: `${placeOf(timeline, atMs)}%` }}
        aria-hidden="true"
      />
    </div>
  );
}
