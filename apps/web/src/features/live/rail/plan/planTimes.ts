import type { PlanEntry, PlanSection } from '@assay/contracts/live';
import type { SessionSpan } from '#features/live/rail/sessionTime.ts';

type Move = Pick<Extract<PlanEntry, { kind: 'section' }>, 'at' | 'section'>;

/** What the sections of a plan are called in `PlanEntry`: their titles, and a number where one comes again. */
export function sectionKeys(sections: readonly Pick<PlanSection, 'title'>[]): string[] {
  const seen = new Map<string, number>();
  return sections.map(({ title }) => {
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? title : `${title} (${times})`;
  });
}

/**
 * The section that is on, and how long each was, ms. The first one begins with the session; `moves` are oldest
 * first. What was chosen before the start is where the session begins. Once it has ended, nothing is on.
 */
export function planTimes(
  keys: readonly string[],
  moves: readonly Move[],
  { startedAt, endedAt }: SessionSpan,
  now: number,
): { current: string | undefined; elapsedMs: ReadonlyMap<string, number> } {
  const elapsedMs = new Map(keys.map((key) => [key, 0]));
  const until = endedAt ?? now;
  let [current] = keys;
  let since = startedAt ?? until;
  const spend = (at: number) => {
    if (current !== undefined)
      elapsedMs.set(current, (elapsedMs.get(current) ?? 0) + Math.max(0, at - since));
    since = Math.max(since, at);
  };
  for (const { at, section } of moves) {
    if (!elapsedMs.has(section) || (endedAt !== undefined && at > endedAt)) continue;
    // Another's clock may be a moment ahead of the one that is shown.
    spend(Math.min(at, until));
    current = section;
  }
  spend(until);
  return { current: endedAt === undefined ? current : undefined, elapsedMs };
}
