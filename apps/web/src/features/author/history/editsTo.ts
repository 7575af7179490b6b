import type { Files } from '@assay/contracts/workspace';

/** The edits that make `wanted` of `files`; `null` deletes a file. */
export function editsTo(files: Files, wanted: Files): Record<string, string | null> {
  const gone = Object.keys(files).filter((path) => !Object.hasOwn(wanted, path));
  const edited = Object.entries(wanted).filter(([path, text]) => files[path] !== text);
  return Object.fromEntries([...gone.map((path) => [path, null] as const), ...edited]);
}
