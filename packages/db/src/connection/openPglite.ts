import { embedPostgres, type PGlite } from '@assay/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database } from './database.ts';

/**
 * Opens the embedded PostgreSQL.
 * `dataDir`: a folder that one process at a time may use, or `memory://`.
 * `kept`: what a new database is a copy of, an empty one unless given.
 * The queue works on the same `pglite`; close the queue first.
 */
export async function openPglite(
  dataDir: string,
  kept?: () => Promise<string>,
): Promise<{ db: Database; pglite: PGlite; close(): Promise<void> }> {
  const pglite = await embedPostgres(dataDir, kept);
  const db: Database = drizzle({ client: pglite, casing: 'snake_case' });
  return { db, pglite, close: () => pglite.close() };
}
