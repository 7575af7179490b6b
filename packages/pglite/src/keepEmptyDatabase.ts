import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const manifest = join(dirname(require.resolve('@electric-sql/pglite')), '../package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = script('../../../node_modules/.cache/assay-pglite');

/**
 * The path of a tar file with the data folder of an empty PostgreSQL. Initialising one takes seconds of CPU,
 * loading it a fraction of one, so it is made once for each version of PGlite, by a process that leaves no
 * memory behind.
 * @throws {Error} when it cannot be made or kept here, with what the process said.
 */
export async function keepEmptyDatabase(): Promise<string> {
  const path = join(folder, `empty-${version}.tar`);
  const kept = await stat(path).catch(() => undefined);
  if (kept !== undefined) return path;
  await mkdir(folder, { recursive: true });
  await promisify(execFile)(process.execPath, [script('./makeEmptyDatabase.ts'), path], {
    env: {},
  });
  return path;
}
