import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The user `node` of the base image. */
const nodeUser = '1000';
const systemFolders = ['usr', 'bin', 'sbin', 'lib', 'lib64', 'etc'];

/** What an image has on top of its base, and how a container of it starts. */
export type Image = {
  folder: string;
  env: Record<string, string>;
  workdir: string;
  user: string;
  command: string[];
};

/**
 * The command that runs `command` as in a container of the image: in namespaces of its own but the network's, with
 * the image's files, and with `/tmp` in memory. The base image is the programs of this machine and the Node of this
 * process. `building` lets it write the image's files, as a RUN may; else it is the image's user, and nothing but
 * `/tmp` can be written.
 */
export async function insideImage(
  { folder, env, workdir, user }: Image,
  command: string[],
  { building }: { building: boolean },
): Promise<[string, ...string[]]> {
  if (!building && user !== 'node') throw new Error(`The image runs as "${user}".`);
  const bin = join(folder, 'base');
  await mkdir(bin, { recursive: true });
  await cp(process.execPath, join(bin, 'node'), { force: false });
  const variables = { PATH: '/opt/bin:/usr/bin:/bin', HOME: '/tmp', ...env };
  const isRoot = process.getuid?.() === 0;
  // In a namespace root keeps its rights over files, and would not be who the image runs as.
  const asUser = [
    `--reuid=${nodeUser}`,
    `--regid=${nodeUser}`,
    '--clear-groups',
    '--inh-caps=-all',
  ];
  const options = [
    isRoot && building ? [] : ['--unshare-user', '--uid', nodeUser, '--gid', nodeUser],
    ['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--die-with-parent', '--new-session'],
    systemFolders.flatMap((name) => ['--ro-bind-try', `/${name}`, `/${name}`]),
    ['--ro-bind', bin, '/opt/bin'],
    [building ? '--bind' : '--ro-bind', join(folder, workdir), workdir],
    ['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--remount-ro', '/', '--clearenv'],
    Object.entries(variables).flatMap(([name, value]) => ['--setenv', name, value]),
    ['--chdir', workdir, '--', ...command],
  ].flat();
  return isRoot && !building ? ['setpriv', ...asUser, 'bwrap', ...options] : ['bwrap', ...options];
}
