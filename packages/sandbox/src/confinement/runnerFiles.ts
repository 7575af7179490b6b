import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { addonPath } from '#judge/bundleScript.ts';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';

const require = createRequire(import.meta.url);

/** The folder of PGlite's own files. */
export const pgliteFolder = dirname(require.resolve('@electric-sql/pglite'));

/** The files of ours that a runner reads; nothing else is shown to it. */
export function runnerFiles(entry: string, snapshots: RuntimeSnapshots): string[] {
  const { solutionPath, graderPath, enginePaths = [] } = snapshots;
  return [entry, solutionPath, graderPath, addonPath, ...enginePaths];
}

/** The files and folders of ours that a PostgreSQL for runs reads. */
export function postgresFiles({ postgresPath, postgresDataPath }: RuntimeSnapshots): string[] {
  return [postgresPath, postgresDataPath, dirname(pgliteFolder)];
}
