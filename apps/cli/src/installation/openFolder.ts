import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder, openDatabase } from '@assay/db';
import { InstallationProblem } from './InstallationProblem.ts';

/**
 * Opens the database of a data folder that no other process uses, until `close`.
 * @throws {InstallationProblem} when there is none.
 * @throws {DataFolderProblem} when it is in use or cannot be read.
 */
export async function openFolder(folder: string): ReturnType<typeof openDatabase> {
  if (!existsSync(join(folder, 'database'))) {
    throw new InstallationProblem(
      `There is no data of Assay in ${folder}. Set ASSAY_DATA_DIR to the folder that npm start uses, or DATABASE_URL to the address of its PostgreSQL.`,
    );
  }
  const lock = await lockDataFolder(folder);
  try {
    const database = await openDatabase(folder);
    return {
      ...database,
      close: async () => {
        await database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
