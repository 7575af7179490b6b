import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineBundle } from '@assay/runtime/bundle';
import { hashSources } from '#judge/hashSources.ts';
import {
  defaultFolder,
  makeSnapshot,
  runBuilder,
  type RuntimeSnapshots,
  writeWhole,
} from '#judge/runtimeSnapshots.ts';

const buildMemory = fileURLToPath(new URL('buildEngineMemory.ts', import.meta.url));

type Engine = {
  /** Begins the names of its files. */
  name: string;
  bundle: EngineBundle;
  /** Of its own files and of what was made of them, those that its runners are given. */
  enginePaths(madePath: string): string[];
};

/**
 * What runners of another language than JavaScript start from: a start-up snapshot of the JavaScript around its engine, the
 * engine's own files, and the memory of one that has started and loaded our library. Made once for each state of the
 * sources, in seconds.
 * @throws {Error} when it cannot be made here, with what the builder said.
 */
export async function prepareEngine(
  base: RuntimeSnapshots,
  { name, bundle, enginePaths }: Engine,
): Promise<RuntimeSnapshots> {
  const start = join(defaultFolder, `${await hashSources()}-${name}`);
  const [solutionPath, madePath] = [`${start}.snapshot`, `${start}.memory`];
  // Written last: where it is, the others are.
  const hashPath = `${start}-hash.txt`;
  const hash = createHash('sha256').update(`${base.hash}\0${bundle.hash}`).digest('hex');
  const kept = await readFile(hashPath, 'utf8').catch(() => undefined);
  if (kept !== hash) {
    await makeSnapshot(solutionPath, bundle.script);
    await runBuilder(buildMemory, [madePath, solutionPath, ...bundle.partPaths]);
    await writeWhole(hashPath, hash);
  }
  return { ...base, hash, solutionPath, enginePaths: enginePaths(madePath) };
}
