import { createHash } from 'node:crypto';
import { keepDatabase } from '@assay/pglite';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrationsFolder } from './migrationsFolder.ts';

/**
 * The path of a tar file with the data folder of a PostgreSQL that has had all migrations, and holds nothing.
 * @throws {Error} when it cannot be made or kept here.
 */
export function keepMigratedDatabase(): Promise<string> {
  const hashes = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  const state = createHash('sha256').update(hashes.join()).digest('hex').slice(0, 12);
  return keepDatabase(
    'migrated',
    new URL('./makeMigratedDatabase.ts', import.meta.url),
    `-${state}`,
  );
}
