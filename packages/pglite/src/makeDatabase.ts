import { createReadStream } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { keepEmptyDatabase } from './keepEmptyDatabase.ts';
import { unpackDatabase } from './unpackDatabase.ts';

/**
 * Makes a database in a folder that is not there yet, an empty one unless given. Where one can be kept it is unpacked:
 * that takes a tenth of the time of a PGlite that writes its own, which is empty.
 */
export async function makeDatabase(dataDir: string, kept = keepEmptyDatabase): Promise<void> {
  const path = await kept().catch(() => undefined);
  if (path === undefined) return (await PGlite.create(dataDir)).close();
  await unpackDatabase(createReadStream(path), dataDir);
}
