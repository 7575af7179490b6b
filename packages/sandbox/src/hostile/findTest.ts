import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** Whether the repository's test file `file` has a test of this title. */
export async function findTest({ file, test }: { file: string; test: string }): Promise<boolean> {
  const source = await readFile(join(repository, file), 'utf8').catch(() => '');
  return source.includes(test);
}
