import { joinSpans, type Span } from './span.ts';

/** A clock that runs: when it began, and for how long it runs while nothing of ours stands in the way. */
export type Clock = { startedAtMs: number; allottedMs: number };

/** The smallest and the largest share of a template's time that somebody can be given, percent. */
export const timePercents = { min: 100, max: 400 } as const;

/** The breaks between challenges with clocks of their own, all together, ms: a night's sleep, but not for ever. */
export const restMs = 24 * 60 * 60_000;

/** The time of a template for somebody with `percent` of it, ms. Whole minutes and percents give whole milliseconds. */
export function allotMs(minutes: number, percent: number): number {
  return minutes * 600 * percent;
}

/**
 * When a clock ends that stands still during `outages`, ms since 1970. Outages that overlap count once; one that
 * begins when the time is over already changes nothing.
 */
export function findDeadline({ startedAtMs, allottedMs }: Clock, outages: readonly Span[]): number {
  let atMs = startedAtMs;
  let leftMs = allottedMs;
  for (const { fromMs, toMs } of joinSpans(outages)) {
    if (toMs <= atMs) continue;
    const ranMs = Math.max(0, fromMs - atMs);
    if (ranMs >= leftMs) break;
    leftMs -= ranMs;
    atMs = toMs;
  }
  return atMs + leftMs;
}

/** Time given beyond the allotted: an outage that stops the clock, or minutes that somebody adds. */
export type Credit = Span | { extraMs: number };

/**
 * What each credit, taken in this order, moves the deadline by, ms. The last deadline is the clock's.
 * A credit that overlaps an earlier one is worth only what it adds.
 */
export function applyCredits(
  clock: Clock,
  credits: readonly Credit[],
): { deadlineMs: number; addedMs: number[] } {
  const outages: Span[] = [];
  let { allottedMs } = clock;
  let deadlineMs = findDeadline(clock, outages);
  const addedMs = credits.map((credit) => {
    if ('extraMs' in credit) allottedMs += credit.extraMs;
    else outages.push(credit);
    const before = deadlineMs;
    deadlineMs = findDeadline({ ...clock, allottedMs }, outages);
    return deadlineMs - before;
  });
  return { deadlineMs, addedMs };
}
