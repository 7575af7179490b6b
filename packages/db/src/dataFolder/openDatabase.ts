import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDatabase } from '@assay/pglite';
import { keepMigratedDatabase } from '#connection/keepMigratedDatabase.ts';
import { openPglite } from '#connection/openPglite.ts';
import { DataFolderProblem } from './DataFolderProblem.ts';

/** The major version of PostgreSQL inside PGlite; it reads no other's files. */
const postgresMajor = '18';

/**
 * Opens the database of the data folder, and makes it when there is none. A first start that is cut off
 * leaves no half of a database: it is made beside its place and then renamed.
 */
export async function openDatabase(folder: string): ReturnType<typeof openPglite> {
  const path = join(folder, 'database');
  if (!existsSync(path)) {
    const unfinished = `${path}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await makeDatabase(unfinished, keepMigratedDatabase);
    await rename(unfinished, path);
  }
  const version = (await readFile(join(path, 'PG_VERSION'), 'utf8')).trim();
  if (version !== postgresMajor) {
    throw new DataFolderProblem(
      `The database in ${path} is of PostgreSQL ${version}; this version of Assay has ${postgresMajor}. Start the version of Assay that wrote it, or set ASSAY_DATA_DIR to another folder.`,
    );
  }
  return openPglite(path);
}
