import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isolatedVmVersion } from './isolatedVmVersion.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** All of ours that is in what runners start from, and all that has a say in how it is made. */
export const sourceFolders = [
  'packages/contracts/src',
  'packages/runtime/src',
  'packages/sandbox/src',
];
/** The exact packages, as npm has installed them. */
const installed = 'node_modules/.package-lock.json';

/** SHA-256, hex, of all that the runners' programs and snapshots are made from. Takes tens of ms. */
export async function hashSources(): Promise<string> {
  const folders = await Promise.all(sourceFolders.map(listFiles));
  const paths = [...folders.flat().toSorted(), installed];
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))));
  const hash = createHash('sha256').update(
    [process.version, process.versions.v8, process.arch, isolatedVmVersion].join('\0'),
  );
  for (const [index, path] of paths.entries())
    hash.update(`\0${path}\0`).update(contents[index] ?? '');
  return hash.digest('hex');
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}
