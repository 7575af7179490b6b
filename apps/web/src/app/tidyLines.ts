/** Lines as they are saved: empty ones are for typing in. */
export const tidyLines = (lines: string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');
