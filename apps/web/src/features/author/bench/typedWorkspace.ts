import type { TypedWorkspace } from '#features/code/typescript/offerTypes.ts';

/** What the editor's TypeScript has to know of a challenge's files. */
export function typedWorkspace(
  folder: string,
  manifest: string,
  paths: readonly string[],
): TypedWorkspace {
  const entry = /^entry: *['"]?([\w./-]+)/m.exec(manifest)?.[1] ?? 'src/index.ts';
  const wrong = paths.flatMap((path) => /^wrong\/([^/]+)\//.exec(path)?.[1] ?? []);
  return { folder, entry: `solution/${entry}`, wrong: [...new Set(wrong)] };
}
