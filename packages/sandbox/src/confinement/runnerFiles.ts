import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';

const require = createRequire(import.meta.url);
const folderOf = (module: string) => dirname(require.resolve(`${module}/package.json`));
const packages = [
  'isolated-vm',
  'node-gyp-build',
  'pure-rand',
  'pg-types',
  'pg-int8',
  'postgres-array',
  'postgres-bytea',
  'postgres-date',
  'postgres-interval',
  'xtend',
];

/** The program of a runner. */
export const runnerEntry = fileURLToPath(new URL('../runner/main.ts', import.meta.url));

/** The files and folders of ours that a runner reads; nothing else is shown to it. */
export function runnerFiles(entry: string, snapshots: RuntimeSnapshots): string[] {
  return [
    dirname(runnerEntry),
    dirname(entry),
    fileURLToPath(new URL('../../package.json', import.meta.url)),
    dirname(snapshots.solutionPath),
    ...packages.map(folderOf),
    dirname(dirname(require.resolve('@electric-sql/pglite'))),
  ];
}
