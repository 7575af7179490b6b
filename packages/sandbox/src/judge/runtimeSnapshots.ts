import { spawn } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { keepEmptyDatabase } from '@assay/pglite';
import { bundleRuntime } from '@assay/runtime/bundle';
import { bundleScript } from './bundleScript.ts';
import { bakedHashSeed } from '#confinement/bakedHashSeed.ts';
import { hashRuntime } from './hashRuntime.ts';
import { hashSources } from './hashSources.ts';

export type RuntimeSnapshots = {
  /** Names the runtime in verdicts. */
  hash: string;
  /** The runner's program, one script. */
  runnerPath: string;
  solutionPath: string;
  graderPath: string;
  /**
   * What the engine of another language than JavaScript starts from: its WebAssembly first; last the
   * memory that it starts with, where the WebAssembly does not hold it itself.
   */
  enginePaths?: readonly string[];
  /** The program of a PostgreSQL for runs, one script. */
  postgresPath: string;
  /** The data folder of an empty PostgreSQL, as a tar file. */
  postgresDataPath: string;
};

const buildSnapshot = fileURLToPath(new URL('buildSnapshot.ts', import.meta.url));
export const defaultFolder = fileURLToPath(
  new URL('../../../../node_modules/.cache/assay-runtime', import.meta.url),
);

/**
 * What runners start from: their program, and start-up snapshots of both isolates, built once for each
 * state of the sources and kept in `folder`. They are made from the runtime alone, never from a candidate's code.
 * @throws {Error} when a snapshot cannot be made here, with what the builder said.
 */
export async function prepareSnapshots(folder = defaultFolder): Promise<RuntimeSnapshots> {
  const [postgresDataPath, key] = await Promise.all([keepEmptyDatabase(), hashSources()]);
  const paths = {
    runnerPath: join(folder, `${key}-runner.cjs`),
    postgresPath: join(folder, `${key}-postgres.cjs`),
    solutionPath: join(folder, `${key}-solution.snapshot`),
    graderPath: join(folder, `${key}-grader.snapshot`),
  };
  // Written last: where it is, the others are.
  const hashPath = join(folder, `${key}-hash.txt`);
  const kept = await readFile(hashPath, 'utf8').catch(() => undefined);
  const hash = kept ?? (await build(paths, hashPath));
  return { ...paths, postgresDataPath, hash };
}

type Paths = Omit<RuntimeSnapshots, 'hash' | 'postgresDataPath' | 'enginePaths'>;

/** Takes seconds of CPU. Gives the runtime's hash. */
async function build(paths: Paths, hashPath: string): Promise<string> {
  await mkdir(join(hashPath, '..'), { recursive: true });
  const [bundle, runner, postgres] = await Promise.all([
    bundleRuntime(),
    bundleScript('../runner/main.ts'),
    bundleScript('../postgres/main.ts'),
  ]);
  await Promise.all([
    writeWhole(paths.runnerPath, runner),
    writeWhole(paths.postgresPath, postgres),
    makeSnapshot(paths.solutionPath, bundle.solution),
    makeSnapshot(paths.graderPath, bundle.grader),
  ]);
  const hash = await hashRuntime(bundle.hash);
  await writeWhole(hashPath, hash);
  return hash;
}

/** Written aside and renamed, so that nobody reads half of it. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

export async function makeSnapshot(path: string, bundle: string): Promise<void> {
  await runBuilder(buildSnapshot, [path], bundle);
}

/**
 * Runs one of our programs that make what runners start from.
 * @throws {Error} when it fails, with what it said.
 */
export async function runBuilder(
  program: string,
  args: readonly string[],
  input = '',
): Promise<void> {
  const child = spawn(process.execPath, ['--no-node-snapshot', bakedHashSeed, program, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: {},
  });
  const code = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const problem = await text(child.stderr);
  if ((await code) !== 0)
    throw new Error(
      `The sandbox could not prepare its start-up snapshots: ${problem.slice(0, 2_000)}`,
    );
}
