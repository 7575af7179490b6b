import { resolve } from 'node:path';
import { type Database, openPostgres, requireMigrated } from '@assay/db';
import { installation } from '#env.ts';
import { explained } from './explained.ts';
import { openFolder } from './openFolder.ts';

type Installation = { db: Database; close(): Promise<void> };

/**
 * Opens the data of an installation: the server that DATABASE_URL names, else the data folder of
 * `npm start`, which has to be stopped meanwhile.
 * @throws {InstallationProblem} when there is none, or it is in use, or of another version.
 */
export function openInstallation(): Promise<Installation> {
  return explained(async () => {
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
  });
}
