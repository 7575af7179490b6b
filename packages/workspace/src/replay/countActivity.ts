import type { Timeline } from './Timeline.ts';

/** How many changes were made by whom in each of so many equal parts of what is played. Those outside are left out. */
export function countActivity(
  changes: readonly { atMs: number; author: string }[],
  timeline: Timeline,
  parts: number,
): Map<string, number>[] {
  const counts = Array.from({ length: parts }, () => new Map<string, number>());
  const length = Math.max(1, timeline.lengthMs);
  for (const { atMs, author } of changes) {
    if (atMs < timeline.startMs || atMs > timeline.endMs) continue;
    const part = Math.min(parts - 1, Math.floor((timeline.playedAt(atMs) / length) * parts));
    const column = counts[part];
    column?.set(author, (column.get(author) ?? 0) + 1);
  }
  return counts;
}
