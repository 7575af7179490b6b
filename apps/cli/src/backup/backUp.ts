import { askForBackup, backUpFolder } from '@assay/db';
import { explained } from '#installation/explained.ts';
import { InstallationProblem } from '#installation/InstallationProblem.ts';
import { openFolder } from '#installation/openFolder.ts';

/**
 * Has whoever uses the data folder write a backup of it, and writes it here when nobody does.
 * @throws {InstallationProblem} when there is no data, or the file cannot be written.
 */
export async function backUp(folder: string, path: string): Promise<void> {
  const asked = await askForBackup(folder, path);
  if (asked.status === 'failed') throw new InstallationProblem(asked.why);
  if (asked.status === 'made') return;
  await explained(async () => {
    const { pglite, close } = await openFolder(folder);
    try {
      await backUpFolder(folder, pglite, path);
    } finally {
      await close();
    }
  });
}
