import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { bigint, boolean, pgSchema, serial, text } from 'drizzle-orm/pg-core';
import { breaksReleaseBefore } from './breaksReleaseBefore.ts';
import type { Database } from './database.ts';
import { migrationsFolder } from './migrationsFolder.ts';
import { sqlState } from './sqlState.ts';

/** Any number that nothing else locks: processes that start together migrate one after the other. */
const migrationLock = 7_265_001;

/**
 * How long a statement may wait for a table, ms. Everybody else's statements on that table queue up behind it meanwhile,
 * those of the release before that is still serving, too.
 */
const lockTimeoutMs = 2_000;
/** How often a migration starts again after it did not get a table, and the pause before, ms. */
const lockTries = 15;
const lockPauseMs = 2_000;

/** Drizzle's own ledger. Its migrator is not used because it cannot hold a lock from first to last statement. */
const ledger = pgSchema('drizzle').table('__drizzle_migrations', {
  id: serial().primaryKey(),
  hash: text().notNull(),
  createdAt: bigint('created_at', { mode: 'number' }).notNull(),
  /** Whether a version that does not know this migration must not work on the database. */
  breaks: boolean().notNull().default(true),
});

/** A newer version has changed the database in a way that this one cannot work with. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
}

/** An older version left the database, and nobody has migrated it since. */
export class DatabaseTooOld extends Error {
  override readonly name = 'DatabaseTooOld';
}

/**
 * Brings the schema up to date: all of it or, on an error, none. Safe to call from several processes at once, and while
 * the release before goes on serving. What a newer version has only added is left to it.
 * Throws `DatabaseTooNew`, one line for the operator, when a migration was applied that this version cannot live with.
 * `folder`: where the migrations are.
 */
export async function migrate(db: Database, folder = migrationsFolder): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await db.transaction((tx) => migrateAtOnce(tx, folder));
      return;
    } catch (error) {
      if (sqlState(error) !== lockNotAvailable || tries === lockTries) throw error;
      await pause(lockPauseMs);
    }
  }
}

/** SQLSTATE of a statement that waited for a table for too long. */
const lockNotAvailable = '55P03';

async function migrateAtOnce(tx: Database, folder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  await lockMigrations(tx);
  await tx.execute(sql.raw(`set local lock_timeout = ${lockTimeoutMs}`));
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(
    sql`create table if not exists ${ledger} (id serial primary key, hash text not null, created_at bigint not null)`,
  );
  await tx.execute(
    sql`alter table ${ledger} add column if not exists breaks boolean not null default true`,
  );
  const applied = await listApplied(tx, migrations);
  for (const migration of migrations) {
    if (applied.has(migration.hash)) continue;
    for (const statement of migration.sql) await tx.execute(sql.raw(statement));
    await tx.insert(ledger).values({
      hash: migration.hash,
      createdAt: migration.folderMillis,
      breaks: breaksReleaseBefore(migration.sql),
    });
  }
}

/** Keeps every other process from changing the schema until the transaction ends. */
export async function lockMigrations(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
}

/**
 * Proves that this version can work with the schema as it is, and changes nothing.
 * Throws `DatabaseTooNew` or `DatabaseTooOld`, one line for the operator, when it cannot.
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

/** The migrations that this database has had, none of which may be unknown and in our way. */
async function listApplied(
  db: Database,
  known: ReturnType<typeof readMigrationFiles>,
): Promise<Set<string>> {
  const rows = await db
    .select({
      hash: ledger.hash,
      // A database that no version since has started on lacks the column.
      breaks: sql<boolean>`coalesce((to_jsonb("__drizzle_migrations") ->> 'breaks')::boolean, true)`,
    })
    .from(ledger);
  const names = new Set(known.map(({ hash }) => hash));
  if (rows.some(({ hash, breaks }) => breaks && !names.has(hash))) {
    throw new DatabaseTooNew(
      'The database was used by a newer version of Assay. Start that version or a later one; nothing was changed.',
    );
  }
  return new Set(rows.map(({ hash }) => hash));
}
