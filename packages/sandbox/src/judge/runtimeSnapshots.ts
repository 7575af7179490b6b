import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { keepEmptyDatabase } from '@assay/pglite';
import { bundleRuntime } from '@assay/runtime/bundle';
import { bundleScript } from './bundleScript.ts';
import { hashRuntime } from './hashRuntime.ts';

export type RuntimeSnapshots = {
  /** Names the runtime in verdicts. */
  hash: string;
  /** The runner's program, one script. */
  runnerPath: string;
  solutionPath: string;
  graderPath: string;
  /** The program of a PostgreSQL for runs, one script. */
  postgresPath: string;
  /** The data folder of an empty PostgreSQL, as a tar file. */
  postgresDataPath: string;
};

const require = createRequire(import.meta.url);
const buildSnapshot = fileURLToPath(new URL('buildSnapshot.ts', import.meta.url));
const defaultFolder = fileURLToPath(
  new URL('../../../../node_modules/.cache/assay-runtime', import.meta.url),
);

/** The version of isolated-vm that verdicts name. */
export const { version: isolatedVmVersion } = require('isolated-vm/package.json') as {
  version: string;
};

/**
 * What runners start from: their program, and start-up snapshots of both isolates, built once for each
 * version of the runtime and engine and kept in `folder`. They are made from the runtime alone, never from a candidate's code.
 * @throws {Error} when a snapshot cannot be made here, with what the builder said.
 */
export async function prepareSnapshots(folder = defaultFolder): Promise<RuntimeSnapshots> {
  const [bundle, runner, postgres] = await Promise.all([
    bundleRuntime(),
    bundleScript('../runner/main.ts'),
    bundleScript('../postgres/main.ts'),
  ]);
  const key = createHash('sha256')
    .update([bundle.hash, process.versions.v8, process.arch, isolatedVmVersion].join('\0'))
    .digest('hex');
  const scriptPath = (name: string, code: string) =>
    join(folder, `${createHash('sha256').update(code).digest('hex')}-${name}.cjs`);
  const runnerPath = scriptPath('runner', runner);
  const postgresPath = scriptPath('postgres', postgres);
  const solutionPath = join(folder, `${key}-solution.snapshot`);
  const graderPath = join(folder, `${key}-grader.snapshot`);
  await mkdir(folder, { recursive: true });
  const [postgresDataPath] = await Promise.all([
    keepEmptyDatabase(),
    keepScript(runnerPath, runner),
    keepScript(postgresPath, postgres),
    keepSnapshot(solutionPath, bundle.solution),
    keepSnapshot(graderPath, bundle.grader),
  ]);
  return {
    hash: await hashRuntime(bundle.hash),
    runnerPath,
    solutionPath,
    graderPath,
    postgresPath,
    postgresDataPath,
  };
}

async function isKept(path: string): Promise<boolean> {
  const existing = await stat(path).catch(() => undefined);
  return existing !== undefined && existing.size > 0;
}

/** Written aside and renamed, so that nobody reads half of it. */
async function keepScript(path: string, code: string): Promise<void> {
  if (await isKept(path)) return;
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, path);
}

async function keepSnapshot(path: string, bundle: string): Promise<void> {
  if (await isKept(path)) return;
  const child = spawn(process.execPath, ['--no-node-snapshot', buildSnapshot, path], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: {},
  });
  const code = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  child.stdin.on('error', () => {});
  child.stdin.end(bundle);
  const problem = await text(child.stderr);
  if ((await code) !== 0)
    throw new Error(
      `The sandbox could not prepare its start-up snapshots: ${problem.slice(0, 2_000)}`,
    );
}
