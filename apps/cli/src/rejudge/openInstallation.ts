import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Database,
  DatabaseTooNew,
  DatabaseTooOld,
  DatabaseUnreachable,
  DataFolderProblem,
  lockDataFolder,
  openDatabase,
  openPostgres,
  requireMigrated,
} from '@assay/db';
import { installation } from '#env.ts';
import { InstallationProblem } from './InstallationProblem.ts';

type Installation = { db: Database; close(): Promise<void> };

/**
 * Opens the data of an installation: the server that DATABASE_URL names, else the data folder of
 * `npm start`, which has to be stopped meanwhile.
 * @throws {InstallationProblem} when there is none, or it is in use, or of another version.
 */
export async function openInstallation(): Promise<Installation> {
  const expected = [DatabaseTooNew, DatabaseTooOld, DatabaseUnreachable, DataFolderProblem];
  try {
    return await open();
  } catch (error) {
    if (error instanceof Error && expected.some((kind) => error instanceof kind))
      throw new InstallationProblem(error.message, { cause: error });
    throw error;
  }
}

async function open(): Promise<Installation> {
  const opened =
    installation.kind === 'server'
      ? await openPostgres(installation.url)
      : await openFolder(resolve(installation.path));
  try {
    await requireMigrated(opened.db);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openFolder(folder: string): Promise<Installation> {
  if (!existsSync(join(folder, 'database'))) {
    throw new InstallationProblem(
      `There is no data of Assay in ${folder}. Set ASSAY_DATA_DIR to the folder that npm start uses, or DATABASE_URL to the address of its PostgreSQL.`,
    );
  }
  const lock = await lockDataFolder(folder);
  try {
    const { db, close } = await openDatabase(folder);
    return {
      db,
      close: async () => {
        await close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
