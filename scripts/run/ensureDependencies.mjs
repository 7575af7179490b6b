import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from './fail.mjs';
import { findOutdatedPackage } from './findOutdatedPackage.mjs';
import { root } from './root.mjs';

const modules = join(root, 'node_modules');
/** Holds the hash of the lock file that was installed last; npm may leave out what nothing needs. */
const stamp = join(modules, '.assay-installed');

/** Installs the dependencies when they are missing or are not those of `package-lock.json`. */
export function ensureDependencies() {
  const reason = findReason();
  if (reason === undefined) return;
  console.error(`Installing dependencies: ${reason}.`);
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // Standard output belongs to the command that was asked for.
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: pathWithoutModules() },
  });
  if (npm.error)
    fail(`npm could not be started (${npm.error.message}). Install npm and try again.`);
  if (npm.status !== 0) {
    fail(`The dependencies could not be installed; npm says above why. Nothing was started.`);
  }
  if (!existsSync(join(modules, 'node', 'bin', 'node'))) {
    fail(
      `The pinned Node is not at node_modules/node/bin/node. Does your npm forbid install scripts (ignore-scripts)?`,
    );
  }
  writeFileSync(stamp, hash(readLock()));
}

/** Why an installation is needed, or `undefined` when it is not. */
function findReason() {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return 'they are missing';
  if (!existsSync(join(modules, 'node', 'bin', 'node'))) return 'the pinned Node is missing';
  const lock = readLock();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash(lock)) return undefined;
  const outdated = findOutdatedPackage(
    JSON.parse(lock),
    JSON.parse(readFileSync(installed, 'utf8')),
  );
  return outdated && `${outdated} is not what package-lock.json asks for`;
}

function readLock() {
  return readFileSync(join(root, 'package-lock.json'), 'utf8');
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** npm removes the pinned Node in `node_modules`, so it must not be running on it. */
function pathWithoutModules() {
  const entries = (process.env.PATH ?? '').split(delimiter);
  return entries.filter((entry) => !entry.startsWith(modules)).join(delimiter);
}
