const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, or how far ahead, something is, in one unit: `5 min`, `3 h`, `12 days`. */
export function formatAge(ms: number): string {
  const span = Math.abs(ms);
  if (span < minute) return 'under a minute';
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < 2 * day) return `${Math.floor(span / hour)} h`;
  return `${Math.floor(span / day)} days`;
}
