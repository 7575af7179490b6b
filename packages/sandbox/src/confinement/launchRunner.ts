import type { SpawnOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';
import { runnerFiles } from './runnerFiles.ts';

export type Flavour = 'plain' | 'postgres';

/** What to spawn for a runner. Its channel is descriptor 3. */
export type Launch = { command: string; args: string[]; options: SpawnOptions };

/** The heap that waiting runners have made their spare isolate with, MB. */
const warmHeapMb = 64;

/**
 * How a runner is started: the one place that says what a runner is given of the machine.
 * @param entry The program; another one than the runner's only in tests.
 */
export function launchRunner(
  flavour: Flavour,
  snapshots: RuntimeSnapshots,
  entry = snapshots.runnerPath,
): Launch {
  const { solutionPath, graderPath, postgresPath } = snapshots;
  const flags = [
    '--no-node-snapshot',
    '--permission',
    '--allow-addons',
    ...runnerFiles(entry, snapshots).map((path) => `--allow-fs-read=${path}`),
    '--disable-warning=SecurityWarning',
  ];
  const start = [
    entry,
    String(warmHeapMb),
    solutionPath,
    graderPath,
    ...(flavour === 'postgres' ? [postgresPath] : []),
  ];
  return {
    command: process.execPath,
    args: [...flags, ...start],
    options: {
      // Without it, the zone of the machine would show in what a solution makes of a date.
      env: { TZ: 'UTC' },
      cwd: tmpdir(),
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  };
}
