import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../../..');
/** What an archive of the repository may hold, bytes. */
const archiveBytes = 500_000_000;

/**
 * Puts the code into `folder` that was there before the newest migration: what runs beside this one while it is
 * deployed. Its dependencies are ours where both ask for the same, and else npm's. Returns the commit.
 * Throws in a clone without history.
 */
export async function checkOutBefore(folder: string): Promise<string> {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: root, maxBuffer: archiveBytes, encoding: 'buffer' })).stdout;
  const log = [
    'log',
    '-1',
    '--format=%H^',
    '--diff-filter=A',
    '--',
    'packages/db/migrations/*.sql',
  ];
  const parent = (await git(...log)).toString().trim();
  const commit = await git('rev-parse', '--verify', parent).catch(() => {
    throw new Error('This clone lacks the history of its migrations: git fetch --unshallow.');
  });
  const archive = join(folder, '.archive.tar');
  await git('archive', '--output', archive, parent);
  await run('tar', ['--extract', '--file', archive, '--directory', folder]);
  if (await asksForTheSame(folder)) await linkDependencies(folder);
  else await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  return commit.toString().trim();
}

async function listWorkspaces(folder: string): Promise<string[]> {
  const groups = ['apps', 'packages'].map(async (group) =>
    (await readdir(join(folder, group))).map((name) => join(group, name)),
  );
  return (await Promise.all(groups)).flat();
}

/** Whether all packages of others that it needs are here, in the same versions. */
async function asksForTheSame(folder: string): Promise<boolean> {
  const dependencies = async (from: string, workspace: string): Promise<string[]> => {
    const place = join(from, workspace, 'package.json');
    if (!existsSync(place)) return [];
    const { dependencies: all = {} } = JSON.parse(await readFile(place, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    return Object.entries(all).flatMap(([name, version]) =>
      name.startsWith('@assay/') ? [] : [`${workspace}: ${name}@${version}`],
    );
  };
  for (const workspace of await listWorkspaces(folder)) {
    const ours = new Set(await dependencies(root, workspace));
    const theirs = await dependencies(folder, workspace);
    if (theirs.some((one) => !ours.has(one))) return false;
  }
  return true;
}

/** Our packages of others, and its own packages of ours. */
async function linkDependencies(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@assay'), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== '@assay') await symlink(join(root, 'node_modules', name), join(modules, name));
  for (const workspace of await listWorkspaces(folder)) {
    const link = join(modules, '@assay', workspace.split('/').at(-1) ?? '');
    await symlink(relative(dirname(link), join(folder, workspace)), link);
    const own = join(root, workspace, 'node_modules');
    if (existsSync(own)) await symlink(own, join(folder, workspace, 'node_modules'));
  }
}
