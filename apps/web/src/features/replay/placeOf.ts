import type { Timeline } from '@assay/workspace/replay';

/** Where something is on a timeline, per cent of its width. */
export const placeOf = (timeline: Timeline, atMs: number): number =>
  (timeline.playedAt(atMs) / Math.max(1, timeline.lengthMs)) * 100;
