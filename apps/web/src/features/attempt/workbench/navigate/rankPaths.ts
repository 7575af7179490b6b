/**
 * Paths that hold the letters of `query` in this order, best first: letters that stand together and in the
 * file's own name count more.
 */
export function rankPaths(paths: readonly string[], query: string): string[] {
  const wanted = query.toLowerCase().replaceAll(/\s/g, '');
  if (wanted === '') return [...paths];
  return paths
    .flatMap((path) => {
      const score = scoreOf(path.toLowerCase(), wanted);
      return score === undefined ? [] : [{ path, score }];
    })
    .toSorted((a, b) => b.score - a.score || a.path.localeCompare(b.path, 'en'))
    .map(({ path }) => path);
}

function scoreOf(path: string, wanted: string): number | undefined {
  const nameStart = path.lastIndexOf('/') + 1;
  const inName = path.indexOf(wanted, nameStart);
  if (inName >= 0) return 1_000 - (inName - nameStart) - path.length / 1_000;
  const whole = path.indexOf(wanted);
  if (whole >= 0) return 500 - path.length / 1_000;
  let at = -1;
  let gaps = 0;
  for (const letter of wanted) {
    const next = path.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    gaps += next - at - 1;
    at = next;
  }
  return -gaps;
}
