import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../../..');

/** The last commit before the newest migration; `undefined` in a clone without that history, and where there is no clone. */
export async function findCommitBefore(): Promise<string | undefined> {
  const migrations = ['--', 'packages/db/migrations/*.sql'];
  try {
    const added = await git('log', '-1', '--format=%H', '--diff-filter=A', ...migrations);
    return await git('rev-parse', '--verify', `${added}^`);
  } catch {
    return undefined;
  }
}

/**
 * Puts the code of `commit` into `folder`, so that it can run there. Its dependencies are ours where both ask for the
 * same, and else npm's.
 */
export async function checkOut(commit: string, folder: string): Promise<void> {
  const archive = join(folder, '.archive.tar');
  await git('archive', '--output', archive, commit);
  await run('tar', ['--extract', '--file', archive, '--directory', folder]);
  if (await asksForTheSame(folder)) await linkDependencies(folder);
  else await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
}

async function git(...args: string[]): Promise<string> {
  return (await run('git', args, { cwd: root })).stdout.trim();
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
