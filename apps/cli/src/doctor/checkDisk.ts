import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { explain, type Finding, fails, warns, well } from './Finding.ts';

/** Below this, bytes, a database or a run soon fails. */
const neededBytes = 500e6;
/** Below this, bytes, it is time to look. */
const easyBytes = 2e9;

/** Whether there is space where temporary files go, and in the data folder of an embedded installation. */
export async function checkDisk(dataFolder: string | undefined): Promise<Finding[]> {
  const found = [await space('temporary files', tmpdir())];
  if (dataFolder === undefined) return found;
  if (!existsSync(dataFolder))
    return [
      ...found,
      warns(
        'data folder',
        `There is no ${dataFolder} yet`,
        'The first npm start makes it; set ASSAY_DATA_DIR if it is elsewhere.',
      ),
    ];
  try {
    const { mode } = await stat(dataFolder);
    await access(dataFolder, constants.W_OK);
    found.push(await space('data folder', dataFolder));
    if ((mode & 0o077) !== 0)
      found.push(
        warns(
          'data folder rights',
          `Others on this machine may open ${dataFolder}`,
          `chmod 700 ${dataFolder}`,
        ),
      );
  } catch (error) {
    found.push(fails('data folder', explain(error), 'Give it to the user who runs Assay.'));
  }
  return found;
}

async function space(check: string, folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const told = `${(free / 1e9).toFixed(1)} GB free in ${folder}`;
  if (free < neededBytes) return fails(check, told, 'Make room: writes are about to fail.');
  if (free < easyBytes) return warns(check, told, 'Make room before it runs out.');
  return well(check, told);
}
