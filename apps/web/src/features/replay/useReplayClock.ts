import { countUntil, type ReplaySpeed, Timeline } from '@assay/workspace/replay';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReplaySpan } from './replaySource.ts';

export type ReplayClock = {
  timeline: Timeline;
  /** When it is in the recording, ms since 1970. */
  atMs: number;
  playing: boolean;
  speed: ReplaySpeed;
  skipIdle: boolean;
  /** Goes to a moment; what lies outside of the recording is its begin or its end. */
  seek: (atMs: number) => void;
  setPlaying: (playing: boolean) => void;
  setSpeed: (speed: ReplaySpeed) => void;
  setSkipIdle: (skipIdle: boolean) => void;
};

/** The slider moves at least so often while nothing happens, and at most as often as `frameMs` says, ms. */
const stillMs = 100;
const frameMs = 16;

/**
 * The time of a replay: plays at the pace at which things happened, times `speed`. A page that cannot keep up leaves
 * steps out, never the pace.
 */
export function useReplayClock(
  /** At which something happened, in any order. */
  moments: readonly number[],
  span: ReplaySpan,
  start: { atMs?: number | undefined; playing?: boolean | undefined },
): ReplayClock {
  const { fromMs, untilMs } = span;
  const [skipIdle, setSkipIdle] = useState(true);
  const sorted = useMemo(
    () =>
      [fromMs, ...moments.filter((atMs) => atMs > fromMs && atMs < untilMs), untilMs].toSorted(
        (one, other) => one - other,
      ),
    [moments, fromMs, untilMs],
  );
  const timeline = useMemo(() => new Timeline(sorted, { skipIdle }), [sorted, skipIdle]);
  const clamp = useCallback(
    (atMs: number) => Math.min(Math.max(atMs, fromMs), untilMs),
    [fromMs, untilMs],
  );
  const [atMs, setAtMs] = useState(() => clamp(start.atMs ?? fromMs));
  const latest = useRef(atMs);
  const show = useCallback((moment: number) => {
    latest.current = moment;
    setAtMs(moment);
  }, []);
  /** Playing begins anew with every seek. */
  const [seeks, setSeeks] = useState(0);
  const [playing, setPlaying] = useState(start.playing ?? false);
  const [speed, setSpeed] = useState<ReplaySpeed>(1);

  useEffect(() => {
    if (!playing) return undefined;
    const startedMs = performance.now();
    const playedMs = timeline.playedAt(latest.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = () => {
      const now = timeline.momentAt(playedMs + (performance.now() - startedMs) * speed);
      show(now);
      const next = sorted[countUntil(sorted, now)];
      if (next === undefined) setPlaying(false);
      else {
        const inMs = (timeline.playedAt(next) - timeline.playedAt(now)) / speed;
        timer = setTimeout(step, Math.min(stillMs, Math.max(frameMs, inMs)));
      }
    };
    step();
    return () => clearTimeout(timer);
  }, [playing, seeks, speed, timeline, sorted, show]);

  const seek = useCallback(
    (moment: number) => {
      show(clamp(moment));
      setSeeks((count) => count + 1);
    },
    [show, clamp],
  );
  const play = useCallback(
    (wanted: boolean) => {
      if (wanted && latest.current >= untilMs) show(fromMs);
      setPlaying(wanted);
    },
    [show, fromMs, untilMs],
  );
  return {
    timeline,
    atMs,
    playing,
    speed,
    skipIdle,
    seek,
    setPlaying: play,
    setSpeed,
    setSkipIdle,
  };
}
