import type { SpawnOptions, StdioOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import { bubblewrapArguments } from './bubblewrap.ts';
import type { Confinement } from './Confinement.ts';

/** What to spawn. */
export type Launch = { command: string; args: string[]; options: SpawnOptions };

type Confined = {
  /** What it may read of ours, and see at all. */
  files: readonly string[];
  /** Flags of Node beside those that all have. */
  flags: readonly string[];
  /** A script and its arguments. */
  program: readonly string[];
  stdio: StdioOptions;
};

/** Without it, the zone of the machine would show in what a solution makes of a date. */
const environment = { TZ: 'UTC' };

/** A program of Node, kept from the machine: the one place that says what such a process is given of it. */
export function confine(
  confinement: Confinement,
  { files, flags, program, stdio }: Confined,
): Launch {
  const node = [
    '--no-node-snapshot',
    '--permission',
    ...flags,
    ...files.map((path) => `--allow-fs-read=${path}`),
    // SQLite opens and writes files past the permission model; nothing here calls foreign functions.
    '--no-experimental-sqlite',
    '--no-experimental-ffi',
    '--disable-sigusr1',
    '--disable-warning=SecurityWarning',
    ...program,
  ];
  const options: SpawnOptions = { env: environment, cwd: tmpdir(), stdio };
  if (confinement.profile === 'process') return { command: process.execPath, args: node, options };
  const { bwrap, uid } = confinement;
  const inside = { files, environment, command: [process.execPath, ...node] };
  return {
    command: bwrap,
    args: bubblewrapArguments(confinement, inside),
    options: uid === undefined ? options : { ...options, uid, gid: uid },
  };
}
