import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PGlite, writeBackup } from '@assay/pglite';
import { DataFolderProblem } from './DataFolderProblem.ts';

/**
 * Writes the open database of a data folder, with the secret beside it, to one new file.
 * @throws {DataFolderProblem} when the file is there already or cannot be written.
 */
export async function backUpFolder(folder: string, pglite: PGlite, path: string): Promise<void> {
  if (existsSync(path))
    throw new DataFolderProblem(`${path} is there already. Choose another name.`);
  const place = join(folder, 'secret');
  const secret = existsSync(place) ? await readFile(place, 'utf8') : undefined;
  await writeBackup(pglite, secret, path).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new DataFolderProblem(`The backup ${path} cannot be written (${code ?? message}).`, {
      cause: error,
    });
  });
}
