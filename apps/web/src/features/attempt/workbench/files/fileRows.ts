/** One line of the file list: a folder, or a file in it. `depth` counts from 0. */
export type FileRow =
  | { kind: 'folder'; path: string; name: string; depth: number }
  | { kind: 'file'; path: string; name: string; depth: number };

/**
 * The files as an indented list: in each folder its folders first, then its files, by name. Folders whose
 * path is in `closed` hide what is in them.
 */
export function fileRows(
  paths: readonly string[],
  closed: ReadonlySet<string> = new Set(),
  folder = '',
  depth = 0,
): FileRow[] {
  const inside = paths
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
  const names = (list: string[]) => [...new Set(list)].toSorted((a, b) => a.localeCompare(b, 'en'));
  const folders = names(
    inside.flatMap((rest) => (rest.includes('/') ? [rest.slice(0, rest.indexOf('/'))] : [])),
  );
  const files = names(inside.filter((rest) => !rest.includes('/')));
  return [
    ...folders.flatMap((name): FileRow[] => {
      const path = `${folder}${name}`;
      const children = closed.has(path) ? [] : fileRows(paths, closed, `${path}/`, depth + 1);
      return [{ kind: 'folder', path, name, depth }, ...children];
    }),
    ...files.map((name): FileRow => ({ kind: 'file', path: `${folder}${name}`, name, depth })),
  ];
}
