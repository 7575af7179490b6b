import type { SpawnOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';
import { bubblewrapArguments } from './bubblewrap.ts';
import type { Confinement } from './Confinement.ts';
import { runnerFiles } from './runnerFiles.ts';

export type Flavour = 'plain' | 'postgres';

/** What to spawn for a runner. Its channel is descriptor 3. */
export type Launch = { command: string; args: string[]; options: SpawnOptions };

/** The heap that waiting runners have made their spare isolate with, MB. */
const warmHeapMb = 64;

/** Without it, the zone of the machine would show in what a solution makes of a date. */
const environment = { TZ: 'UTC' };

/**
 * How a runner is started: the one place that says what a runner is given of the machine.
 * @param entry The program; another one than the runner's only in tests.
 */
export function launchRunner(
  confinement: Confinement,
  flavour: Flavour,
  snapshots: RuntimeSnapshots,
  entry = snapshots.runnerPath,
): Launch {
  const files = runnerFiles(entry, snapshots);
  const { solutionPath, graderPath, postgresPath } = snapshots;
  const program = [
    ...nodeFlags(files),
    entry,
    String(warmHeapMb),
    solutionPath,
    graderPath,
    ...(flavour === 'postgres' ? [postgresPath] : []),
  ];
  const options: SpawnOptions = {
    env: environment,
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  };
  if (confinement.profile === 'process')
    return { command: process.execPath, args: program, options };
  const { bwrap, uid } = confinement;
  const inside = { files, environment, command: [process.execPath, ...program] };
  return {
    command: bwrap,
    args: bubblewrapArguments(confinement, inside),
    options: uid === undefined ? options : { ...options, uid, gid: uid },
  };
}

function nodeFlags(files: readonly string[]): string[] {
  return [
    '--no-node-snapshot',
    // The young generation, MB: that of a small heap is so small that a run collects it at every third request.
    '--min-semi-space-size=8',
    '--max-semi-space-size=8',
    '--permission',
    '--allow-addons',
    // For the thread that watches turns.
    ...files.map((path) => `--allow-fs-read=${path}`),
    // SQLite opens and writes files past the permission model; a runner calls no foreign functions.
    '--no-experimental-sqlite',
    '--no-experimental-ffi',
    '--disable-sigusr1',
    '--disable-warning=SecurityWarning',
  ];
}
