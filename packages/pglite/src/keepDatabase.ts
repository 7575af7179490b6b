import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const manifest = join(dirname(require.resolve('@electric-sql/pglite')), '../package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
const folder = fileURLToPath(new URL('../../../node_modules/.cache/assay-pglite', import.meta.url));

/**
 * The path of a tar file with the data folder of a PostgreSQL. Making one takes seconds of CPU, loading it a
 * fraction of one, so it is made once for each version of PGlite and `state` of what is in it: by `script`, a program
 * that writes it to the path that is its argument, in a process that leaves no memory behind. Of each `kind` the last
 * one is kept.
 * @throws {Error} when it cannot be made or kept here, with what the process said.
 */
export async function keepDatabase(kind: string, script: URL, state = ''): Promise<string> {
  const name = `${kind}-${version}${state}.tar`;
  const path = join(folder, name);
  const kept = await stat(path).catch(() => undefined);
  if (kept !== undefined) return path;
  await mkdir(folder, { recursive: true });
  await promisify(execFile)(process.execPath, [fileURLToPath(script), path], { env: {} });
  const others = (await readdir(folder)).filter(
    (other) => other.startsWith(`${kind}-`) && other.endsWith('.tar') && other !== name,
  );
  for (const other of others) await rm(join(folder, other), { force: true });
  return path;
}
