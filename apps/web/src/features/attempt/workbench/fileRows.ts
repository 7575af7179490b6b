/** One line of the file list: a folder, or a file in it. `depth` counts from 0. */
export type FileRow =
  | { kind: 'folder'; path: string; name: string; depth: number }
  | { kind: 'file'; path: string; name: string; depth: number };

/** The files as an indented list: in each folder its folders first, then its files, by name. */
export function fileRows(paths: readonly string[], folder = '', depth = 0): FileRow[] {
  const inside = paths
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
  const names = (list: string[]) => [...new Set(list)].toSorted((a, b) => a.localeCompare(b, 'en'));
  const folders = names(
    inside.flatMap((rest) => (rest.includes('/') ? [rest.slice(0, rest.indexOf('/'))] : [])),
  );
  const files = names(inside.filter((rest) => !rest.includes('/')));
  return [
    ...folders.flatMap((name): FileRow[] => [
      { kind: 'folder', path: `${folder}${name}`, name, depth },
      ...fileRows(paths, `${folder}${name}/`, depth + 1),
    ]),
    ...files.map((name): FileRow => ({ kind: 'file', path: `${folder}${name}`, name, depth })),
  ];
}
