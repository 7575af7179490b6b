import { constants } from 'node:fs';
import { access, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { StartProblem } from '#StartProblem.ts';

/** Makes the data folder if it is missing, and gives its absolute path. Only its owner may look inside. */
export async function openDataFolder(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    await makeFolder(absolute);
    await access(absolute, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartProblem(
      `Assay cannot write to its data folder ${absolute} (${code}). Make it writable, or set ASSAY_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

/**
 * Makes a folder and those above it. Node's own recursive mkdir never comes back from a file system that
 * answers ENOENT inside a folder that exists, as /proc does.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const above = dirname(path);
    if (code !== 'ENOENT' || (await isThere(above))) throw error;
    await makeFolder(above);
    await mkdir(path, { mode: 0o700 });
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
