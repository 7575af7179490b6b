const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** How long ago, or how far ahead, something is, in one unit: `5 min`, `3 h`, `12 days`, `3 years`. */
export function formatAge(ms: number): string {
  const span = Math.abs(ms);
  if (span < minute) return 'under a minute';
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < 2 * day) return `${Math.floor(span / hour)} h`;
  if (span < 2 * year) return `${Math.floor(span / day)} days`;
  return `${Math.floor(span / year)} years`;
}

/** How long ago an ISO moment was: `5 min ago`. */
export function formatAgo(moment: string): string {
  return `${formatAge(Date.now() - Date.parse(moment))} ago`;
}
