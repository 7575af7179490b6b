import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language } from '@assay/contracts/challenge';
import { Expectation, type HostileProgram } from './HostileProgram.ts';

export const hostileFolder = fileURLToPath(new URL('../../hostile', import.meta.url));

/** What is attacked, and no attack itself. */
const targetsFolder = 'targets';

/**
 * Reads hostile programs: all of them, or those that are named.
 * @throws {Error} when a name is unknown, or an `expected.json` does not fit its schema.
 */
export async function loadPrograms(
  names: readonly string[] = [],
  folder = hostileFolder,
): Promise<HostileProgram[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const known = entries
    .filter((entry) => entry.isDirectory() && entry.name !== targetsFolder)
    .map(({ name }) => name)
    .toSorted();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no hostile program "${unknown}".`);
  return Promise.all(
    (names.length > 0 ? names : known).map((name) => loadProgram(name, join(folder, name))),
  );
}

async function loadProgram(name: string, folder: string): Promise<HostileProgram> {
  const parsed = Expectation.safeParse(
    JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')),
  );
  if (!parsed.success)
    throw new Error(`${name}/expected.json: ${parsed.error.issues[0]?.message ?? 'unusable'}`);
  const { files } = parsed.data;
  const root =
    'target' in parsed.data && Language.safeParse(parsed.data.target).success ? '' : 'src/';
  const submission = await readSubmission(folder, root);
  return { name, files: { ...submission, ...files }, expected: parsed.data };
}

async function readSubmission(folder: string, place: string): Promise<Record<string, string>> {
  const root = join(folder, 'submission');
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[`${place}${path.slice(root.length + 1)}`] = await readFile(path, 'utf8');
  }
  return files;
}
