/** A score or a mean of scores: whole points with one digit, others with two. */
export function formatScore(value: number): string {
  return value.toFixed(Number.isInteger(value) ? 1 : 2);
}

/** How far apart reviewers are. */
export function formatSpread(points: number): string {
  if (points === 0) return 'Same score';
  return points === 1 ? '1 point apart' : `${points} points apart`;
}

/** A stretch of time in the largest unit that it fills, with one digit where it has one. */
export function formatMs(ms: number): string {
  if (ms < 1) return '<1 ms';
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${trim(ms / 1_000)} s`;
  if (ms < 3_600_000) return `${trim(ms / 60_000)} min`;
  return `${trim(ms / 3_600_000)} h`;
}

function trim(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const dates = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** A moment for paper, which is read in any time zone: `4 May 2026, 10:00 UTC`. */
export function formatMoment(moment: string): string {
  return `${dates.format(new Date(moment))} UTC`;
}
