/** Starts what spreadsheets take for a formula. */
const formula = /^[=+\-@\t\r]/;

export type Cell = string | number | boolean | null | undefined;

/**
 * A line of a CSV file by RFC 4180, with its end. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front, and stays text; numbers are numbers.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quote(typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell ?? ''))).join(',')}\r\n`;
}

const quote = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
