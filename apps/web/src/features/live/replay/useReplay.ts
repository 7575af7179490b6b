import { Recording, type ReplaySpeed, Timeline } from '@assay/workspace/replay';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type * as Y from 'yjs';

export type Replay = {
  /** The document as it was; to be read only. */
  doc: Y.Doc;
  timeline: Timeline;
  /** When it is in the recording, ms since 1970. */
  atMs: number;
  playing: boolean;
  speed: ReplaySpeed;
  seek: (atMs: number) => void;
  setPlaying: (playing: boolean) => void;
  setSpeed: (speed: ReplaySpeed) => void;
};

/** The slider moves at least so often while nothing happens, and at most as often as `frameMs` says, ms. */
const stillMs = 250;
const frameMs = 16;

/**
 * Plays a log at the pace at which it was written, times `speed`. A page that cannot keep up leaves steps out,
 * never the pace.
 */
export function useReplay(
  updates: readonly { at: Date; bytes: Uint8Array }[],
  skipIdle: boolean,
): Replay {
  const recording = useMemo(() => new Recording(updates), [updates]);
  const timeline = useMemo(
    () => new Timeline(recording.moments, { skipIdle }),
    [recording, skipIdle],
  );
  const [atMs, setAtMs] = useState(timeline.endMs);
  const latest = useRef(atMs);
  const show = useCallback((moment: number) => {
    latest.current = moment;
    setAtMs(moment);
  }, []);
  /** Playing begins anew with every seek. */
  const [seeks, setSeeks] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<ReplaySpeed>(1);
  useEffect(() => () => recording.dispose(), [recording]);

  useEffect(() => {
    if (!playing) return undefined;
    const startedMs = performance.now();
    const fromMs = timeline.playedAt(latest.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = () => {
      const now = timeline.momentAt(fromMs + (performance.now() - startedMs) * speed);
      const [next] = timeline.schedule(recording.moments, now, speed);
      show(now);
      if (next === undefined) setPlaying(false);
      else timer = setTimeout(step, Math.min(stillMs, Math.max(frameMs, next.inMs)));
    };
    step();
    return () => clearTimeout(timer);
  }, [playing, seeks, speed, timeline, recording, show]);

  return {
    doc: recording.at(atMs),
    timeline,
    atMs,
    playing,
    speed,
    seek: (moment) => {
      show(moment);
      setSeeks(seeks + 1);
    },
    setPlaying: (wanted) => {
      if (wanted && atMs >= timeline.endMs) show(timeline.startMs);
      setPlaying(wanted);
    },
    setSpeed,
  };
}
