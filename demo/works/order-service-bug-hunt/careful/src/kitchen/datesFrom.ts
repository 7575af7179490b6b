/** `count` dates of the calendar, the first one included, as YYYY-MM-DD. */
export function datesFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(`${first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + index);
    return day.toISOString().slice(0, 'YYYY-MM-DD'.length);
  });
}
