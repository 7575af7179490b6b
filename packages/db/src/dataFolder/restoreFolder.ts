import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackBackup } from '@assay/pglite';
import { DataFolderProblem } from './DataFolderProblem.ts';
import { lockDataFolder } from './lockDataFolder.ts';

/**
 * Makes a data folder of a backup. What is in the folder already is never overwritten, and what does not come to its
 * end leaves nothing behind.
 * @throws {DataFolderProblem} when the folder has data or is in use, or the file is no whole backup.
 */
export async function restoreFolder(path: string, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return;
    throw new DataFolderProblem(`The folder ${folder} cannot be made (${error.code}).`, {
      cause: error,
    });
  });
  const lock = await lockDataFolder(folder);
  const unfinished = join(folder, 'restoring');
  try {
    const taken = ['database', 'secret'].some((name) => existsSync(join(folder, name)));
    if (taken)
      throw new DataFolderProblem(
        `The folder ${folder} holds data of Assay. Set ASSAY_DATA_DIR to a new folder, or move that one away; nothing was changed.`,
      );
    await rm(unfinished, { recursive: true, force: true });
    await unpackBackup(path, unfinished).catch((error: unknown) => {
      const { message } = error as Error;
      throw new DataFolderProblem(
        `${path} is no whole backup of Assay; nothing was restored (${message}).`,
        { cause: error },
      );
    });
    const secret = join(unfinished, 'secret');
    if (existsSync(secret)) await rename(secret, join(folder, 'secret'));
    // Last: with the database the folder is one of Assay.
    await rename(join(unfinished, 'database'), join(folder, 'database'));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await lock.release();
  }
}
