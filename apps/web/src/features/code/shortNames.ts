/** For each path its file name, with the folder behind it where two open files share the name. */
export function shortNames(paths: readonly string[]): Map<string, string> {
  const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return new Map(
    paths.map((path) => {
      const name = base(path);
      const isShared = paths.some((other) => other !== path && base(other) === name);
      const folder = path.slice(0, Math.max(0, path.length - name.length - 1));
      return [path, isShared && folder !== '' ? `${name} (${folder})` : name];
    }),
  );
}
