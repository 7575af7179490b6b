const dayMs = 24 * 60 * 60 * 1000;

/** `count` dates of the calendar, the first one included, as YYYY-MM-DD. In UTC, where every day has 24 hours. */
export function datesFrom(first: string, count: number): string[] {
  const start = Date.parse(first);
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * dayMs).toISOString().slice(0, 10),
  );
}
