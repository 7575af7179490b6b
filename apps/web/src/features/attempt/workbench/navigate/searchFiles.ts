/** A line that holds what was looked for. Line and column count from 1. */
export type Match = { path: string; line: number; column: number; length: number; text: string };

/** Counters a search for a single letter in a megabyte of text. */
export const maxMatches = 500;

/**
 * Lines of `files` that hold `query`, the first place of each. Upper and lower case differ only when the
 * query has an upper-case letter.
 */
export function searchFiles(
  files: readonly { path: string; text: string }[],
  query: string,
): Match[] {
  const matches: Match[] = [];
  if (query === '') return matches;
  const exact = query !== query.toLowerCase();
  for (const { path, text } of files) {
    for (const [index, line] of text.split('\n').entries()) {
      const column = (exact ? line : line.toLowerCase()).indexOf(query);
      if (column < 0) continue;
      matches.push({ path, line: index + 1, column: column + 1, length: query.length, text: line });
      if (matches.length >= maxMatches) return matches;
    }
  }
  return matches;
}
