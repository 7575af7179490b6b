import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * SHA-256, hex, of all code that has a say in a verdict: the isolates' bundle, what runs and bundles, and
 * the exact versions of the packages that these use.
 */
export async function hashRuntime(bundleHash: string): Promise<string> {
  const folders = await Promise.all(
    ['../runner/', '../postgres/', '../bundle/', '../languages/'].map(async (folder) =>
      (await readdir(source(folder)))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .toSorted()
        .map((name) => `${folder}${name}`),
    ),
  );
  const hash = createHash('sha256').update(bundleHash);
  for (const path of [...folders.flat(), './toVerdict.ts', '../../package.json']) {
    hash.update(`\0${path}\0`).update(await readFile(source(path)));
  }
  return hash.digest('hex');
}
