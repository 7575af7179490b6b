import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolderProblem } from './DataFolderProblem.ts';

const markOf = (folder: string): string => join(folder, 'moved');

/** Writes down where the data of a folder has gone, so that nobody works on in what is left behind. */
export async function markMoved(folder: string, place: string, at: Date): Promise<void> {
  await writeFile(`${markOf(folder)}.new`, `${place} on ${at.toISOString()}`, { mode: 0o600 });
  await rename(`${markOf(folder)}.new`, markOf(folder));
}

/** @throws {DataFolderProblem} when the data of this folder lives elsewhere by now. */
export async function requireNotMoved(folder: string): Promise<void> {
  const moved = await readFile(markOf(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (moved === undefined) return;
  throw new DataFolderProblem(
    `The data of ${folder} was moved to ${moved}. Work there: what is done here would be missing there. To use the folder all the same, remove ${markOf(folder)}.`,
  );
}
