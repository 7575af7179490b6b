import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseTooNew, DatabaseTooOld, lockDataFolder, requireMigrated } from '@assay/db';
import { openFolder } from '#installation/openFolder.ts';
import { explain, type Finding, fails, warns, well } from './Finding.ts';

/** Looks at the database in the data folder of `npm start`, unless that runs now and has it. */
export async function checkEmbedded(folder: string): Promise<Finding[]> {
  if (!existsSync(join(folder, 'database'))) return [];
  try {
    await (await lockDataFolder(folder)).release();
  } catch {
    return [well('database', 'In use by npm start, so it was not opened')];
  }
  try {
    const database = await openFolder(folder);
    try {
      await requireMigrated(database.db);
      return [well('database', 'It opens, and its tables are those of this version')];
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof DatabaseTooOld)
      return [warns('database', error.message, 'The next npm start brings it up to date.')];
    const mend =
      error instanceof DatabaseTooNew
        ? 'Start that version or a later one.'
        : 'Restore the last backup: docs/backup.md.';
    return [fails('database', explain(error), mend)];
  }
}
