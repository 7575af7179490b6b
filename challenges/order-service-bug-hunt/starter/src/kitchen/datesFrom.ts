/** `count` dates of the calendar, the first one included, as YYYY-MM-DD. */
export function datesFrom(first: string, count: number): string[] {
  const [year = '', month = '', day = ''] = first.split('-');
  return Array.from({ length: count }, (_, index) => {
    const next = String(Number(day) + index).padStart(2, '0');
    return `${year}-${month}-${next}`;
  });
}
