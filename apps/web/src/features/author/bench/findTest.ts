import type { LinkedFiles, Place } from './linkPlaces.ts';

/**
 * Where a test begins, by its full name: the titles of its `describe` blocks and its own, joined by ` > `. A test
 * whose title is put together (`it.each`) is found as far as its blocks; one without any is not found.
 */
export function findTest(files: LinkedFiles, name: string): Place | undefined {
  const titles = name.split(' > ');
  let best: (Place & { depth: number }) | undefined;
  for (const file of files.paths.filter((path) => path.startsWith('tests/'))) {
    const lines = files.textOf(file).split('\n');
    let line = -1;
    for (const [index, title] of titles.entries()) {
      const next = lines.findIndex((text, at) => at > line && isTitled(text, title));
      if (next < 0) break;
      line = next;
      if (best === undefined || index + 1 > best.depth)
        best = { file, line: line + 1, depth: index + 1 };
    }
  }
  return best && { file: best.file, line: best.line };
}

/** Whether a line has a title as a string. */
function isTitled(line: string, title: string): boolean {
  return [`'`, `"`, '`'].some((quote) =>
    line.includes(`${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`),
  );
}
