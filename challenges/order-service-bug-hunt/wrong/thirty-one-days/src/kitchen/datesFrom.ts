/** `count` dates of the calendar, the first one included, as YYYY-MM-DD. */
export function datesFrom(first: string, count: number): string[] {
  const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  const pad = (number: number) => String(number).padStart(2, '0');
  return Array.from({ length: count }, (_, index) => {
    const next = day + index;
    return next > 31
      ? `${year}-${pad(month + 1)}-${pad(next - 31)}`
      : `${year}-${pad(month)}-${pad(next)}`;
  });
}
