/** `count` dates of the calendar, the first one included, as YYYY-MM-DD. */
export function datesFrom(first: string, count: number): string[] {
  const dates: string[] = [];
  const date = new Date(first);
  for (let i = 0; i < count; i++) {
    dates.push(date.toISOString().split('T')[0] ?? '');
    date.setDate(date.getDate() + 1);
  }
  return dates;
}
