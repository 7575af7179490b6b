import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';
import { keepEmptyDatabase } from './keepEmptyDatabase.ts';
import { makeDatabase } from './makeDatabase.ts';
import { PreparingPglite } from './PreparingPglite.ts';

const inMemory = 'memory://';

/**
 * Starts a PostgreSQL in this process, in memory or in a folder that one process at a time may use. A new
 * database is loaded rather than initialised, where one can be kept: an empty one unless given.
 */
export async function embedPostgres(dataDir = inMemory, kept = keepEmptyDatabase): Promise<PGlite> {
  if (dataDir !== inMemory) {
    if (!existsSync(dataDir)) await makeDatabase(dataDir, kept);
    return open(new PreparingPglite(dataDir));
  }
  const copied = await kept()
    .then(async (path) => ({ loadDataDir: new Blob([await readFile(path)]) }))
    .catch(() => undefined);
  return open(new PreparingPglite(dataDir, copied));
}

async function open(pglite: PGlite): Promise<PGlite> {
  await pglite.waitReady;
  return pglite;
}
