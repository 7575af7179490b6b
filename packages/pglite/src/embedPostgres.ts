import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { keepEmptyDatabase } from './keepEmptyDatabase.ts';

const inMemory = 'memory://';

/**
 * Starts a PostgreSQL in this process, in memory or in a folder that one process at a time may use. A new
 * database is loaded rather than initialised, where an empty one can be kept.
 */
export async function embedPostgres(dataDir = inMemory): Promise<PGlite> {
  if (dataDir !== inMemory && existsSync(dataDir)) return PGlite.create(dataDir);
  const empty = await keepEmptyDatabase()
    .then(async (path) => ({ loadDataDir: new Blob([await readFile(path)]) }))
    .catch(() => undefined);
  return PGlite.create(dataDir, empty);
}
