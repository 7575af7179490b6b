import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { addonPath } from '#judge/bundleRunner.ts';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';

const require = createRequire(import.meta.url);

/** The files and folders of ours that a runner reads; nothing else is shown to it. */
export function runnerFiles(entry: string, snapshots: RuntimeSnapshots): string[] {
  return [
    entry,
    snapshots.solutionPath,
    snapshots.graderPath,
    snapshots.postgresPath,
    addonPath,
    dirname(dirname(require.resolve('@electric-sql/pglite'))),
  ];
}
