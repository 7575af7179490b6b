import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { bigint, pgSchema, serial, text } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import { migrationsFolder } from './migrationsFolder.ts';

/** Any number that nothing else locks: processes that start together migrate one after the other. */
const migrationLock = 7_265_001;

/** Drizzle's own ledger. Its migrator is not used because it cannot hold a lock from first to last statement. */
const ledger = pgSchema('drizzle').table('__drizzle_migrations', {
  id: serial().primaryKey(),
  hash: text().notNull(),
  createdAt: bigint('created_at', { mode: 'number' }).notNull(),
});

/** A newer version has migrated the database; what this one would write could be wrong in it. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
}

/** An older version left the database, and nobody has migrated it since. */
export class DatabaseTooOld extends Error {
  override readonly name = 'DatabaseTooOld';
}

/**
 * Brings the schema up to date: all of it or, on an error, none. Safe to call from several processes at once.
 * Throws `DatabaseTooNew`, one line for the operator, when a migration was applied that this version lacks.
 */
export async function migrate(db: Database): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
    await tx.execute(sql`create schema if not exists drizzle`);
    await tx.execute(
      sql`create table if not exists ${ledger} (id serial primary key, hash text not null, created_at bigint not null)`,
    );
    const applied = await listApplied(tx, migrations);
    for (const migration of migrations) {
      if (applied.has(migration.hash)) continue;
      for (const statement of migration.sql) await tx.execute(sql.raw(statement));
      await tx.insert(ledger).values({ hash: migration.hash, createdAt: migration.folderMillis });
    }
  });
}

/**
 * Proves that the schema is the one of this version, and changes nothing.
 * Throws `DatabaseTooNew` or `DatabaseTooOld`, one line for the operator, when it is not.
 */
export async function requireMigrated(db: Database): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  const [{ exists } = { exists: false }] = await db
    .select({ exists: sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null` })
    .from(sql`(values (1)) as one`);
  const applied = exists ? await listApplied(db, migrations) : new Set();
  if (migrations.some(({ hash }) => !applied.has(hash))) {
    throw new DatabaseTooOld(
      'The database was last used by an older version of Assay. Start this version once; nothing was changed.',
    );
  }
}

/** The migrations that this database has had, each of which must be known. */
async function listApplied(
  db: Database,
  known: ReturnType<typeof readMigrationFiles>,
): Promise<Set<string>> {
  const applied = new Set((await db.select().from(ledger)).map((row) => row.hash));
  const names = new Set(known.map(({ hash }) => hash));
  if ([...applied].some((hash) => !names.has(hash))) {
    throw new DatabaseTooNew(
      'The database was used by a newer version of Assay. Start that version or a later one; nothing was changed.',
    );
  }
  return applied;
}
