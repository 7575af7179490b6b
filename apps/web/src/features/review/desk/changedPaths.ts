import type { Files } from '@assay/contracts/workspace';

/** The files that are new or differ from what the candidate started from. */
export function changedPaths(files: Files, starter: Files): ReadonlySet<string> {
  return new Set(Object.keys(files).filter((path) => files[path] !== starter[path]));
}
