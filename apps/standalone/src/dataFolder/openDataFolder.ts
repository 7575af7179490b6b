import { constants } from 'node:fs';
import { access, mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartProblem } from '#StartProblem.ts';

/** Makes the data folder if it is missing, and gives its absolute path. Only its owner may look inside. */
export async function openDataFolder(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    await mkdir(absolute, { recursive: true, mode: 0o700 });
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
