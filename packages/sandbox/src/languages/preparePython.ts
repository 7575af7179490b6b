import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePython, type PythonBundle } from '@assay/runtime/bundle';
import { hashSources } from '#judge/hashSources.ts';
import {
  defaultFolder,
  makeSnapshot,
  runBuilder,
  type RuntimeSnapshots,
  writeWhole,
} from '#judge/runtimeSnapshots.ts';

const buildMemory = fileURLToPath(new URL('buildPythonMemory.ts', import.meta.url));

/**
 * What runners of Python start from: a start-up snapshot of the JavaScript around it, Pyodide's own files, and the
 * memory of a Python that has started and loaded our library. Made once for each state of the sources, in seconds.
 * @throws {Error} when it cannot be made here, with what the builder said.
 */
export async function preparePython(base: RuntimeSnapshots): Promise<RuntimeSnapshots> {
  const [bundle, key] = await Promise.all([bundlePython(), hashSources()]);
  const solutionPath = join(defaultFolder, `${key}-python.snapshot`);
  const memoryPath = join(defaultFolder, `${key}-python.memory`);
  // Written last: where it is, the others are.
  const hashPath = join(defaultFolder, `${key}-python-hash.txt`);
  const hash = createHash('sha256').update(`${base.hash}\0${bundle.hash}`).digest('hex');
  const kept = await readFile(hashPath, 'utf8').catch(() => undefined);
  if (kept !== hash) await build(bundle, { solutionPath, memoryPath });
  await writeWhole(hashPath, hash);
  return {
    ...base,
    hash,
    solutionPath,
    enginePaths: [bundle.wasmPath, bundle.libraryPath, memoryPath],
  };
}

async function build(
  { script, wasmPath, libraryPath }: PythonBundle,
  { solutionPath, memoryPath }: { solutionPath: string; memoryPath: string },
): Promise<void> {
  await makeSnapshot(solutionPath, script);
  await runBuilder(buildMemory, [solutionPath, wasmPath, libraryPath, memoryPath]);
}
