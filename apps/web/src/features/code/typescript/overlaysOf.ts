/**
 * The roots, for the compiler's `rootDirs`, by which a file below `wrong/<name>` finds those of the reference that it
 * leaves as they are. `folder` is the challenge's in the editor; other workspaces have none.
 */
export function overlaysOf({ folder, wrong }: { folder: string; wrong?: string[] }): string[] {
  if (wrong === undefined) return [];
  return ['solution', ...wrong.map((name) => `wrong/${name}`)].map(
    (path) => `file:///${folder}/${path}`,
  );
}
