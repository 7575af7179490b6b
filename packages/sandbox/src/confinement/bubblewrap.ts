import { availableParallelism } from 'node:os';
import type { Namespaces } from './Confinement.ts';

/** Where a runner starts: an empty folder that cannot be written. */
const emptyFolder = '/empty';

/**
 * What a runner may use of the kernel, whatever becomes of it. There is no limit on address space, since
 * V8 reserves far more than it uses; the parent watches what is resident.
 */
const limits = {
  /** Counters dumps of hidden tests to disk. */
  core: 0,
  /** Bytes in a file. Counters writing, should a way to a writable place be found. */
  fsize: 0,
  /** Descriptors; a runner has some 25. */
  nofile: 64,
  /** Processes and threads in the runner's own namespace; a runner has some 15, isolated-vm one more a core. */
  nproc: 64 + availableParallelism(),
  /** Writable private memory, bytes; V8 starts with 2 GiB of it. Counters what grows faster than it is sampled. */
  data: 5 * 1024 ** 3,
};

type Inside = {
  /** Files and folders that are shown, read-only, beside those of the system. */
  files: readonly string[];
  environment: Record<string, string>;
  command: readonly string[];
};

/** The arguments with which bubblewrap runs `command` and shows it nothing but what is named. */
export function bubblewrapArguments(
  { prlimit, systemFiles }: Namespaces,
  { files, environment, command }: Inside,
): string[] {
  return [
    '--unshare-all',
    // The first means "where possible"; these two mean "or not at all".
    '--unshare-user',
    '--disable-userns',
    '--die-with-parent',
    '--new-session',
    '--clearenv',
    ...Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
    '--cap-drop',
    'ALL',
    '--hostname',
    'runner',
    ...[...systemFiles, ...files].flatMap((path) => ['--ro-bind', path, path]),
    '--dir',
    emptyFolder,
    '--remount-ro',
    '/',
    '--chdir',
    emptyFolder,
    '--',
    prlimit,
    ...Object.entries(limits).map(([name, most]) => `--${name}=${most}`),
    ...command,
  ];
}
