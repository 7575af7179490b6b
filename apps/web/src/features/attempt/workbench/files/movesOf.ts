/** One file that gets another name. */
export type Move = { from: string; to: string };

/** What has to be moved so that `from`, a file or a folder, is called `to`. */
export function movesOf(paths: readonly string[], from: string, to: string): Move[] {
  if (paths.includes(from)) return [{ from, to }];
  return paths
    .filter((path) => path.startsWith(`${from}/`))
    .map((path) => ({ from: path, to: `${to}${path.slice(from.length)}` }));
}
