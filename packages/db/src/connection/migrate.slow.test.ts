import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { keepMigratedDatabase } from './keepMigratedDatabase.ts';
import { DatabaseTooNew, migrate, requireMigrated } from './migrate.ts';
import { openPglite } from './openPglite.ts';
import { DatabaseUnreachable, openPostgres } from './openPostgres.ts';

let database: Awaited<ReturnType<typeof openPglite>>;
beforeAll(async () => {
  database = await openPglite('memory://');
});
afterAll(() => database.close());

describe('migrations', () => {
  it('apply once, however many processes start together', async () => {
    await Promise.all([migrate(database.db), migrate(database.db)]);
    await migrate(database.db);
    const ledger = await database.pglite.query('select hash from drizzle.__drizzle_migrations');
    const written = await readdir(new URL('../../migrations', import.meta.url));
    const migrations = written.filter((name) => name.endsWith('.sql'));
    expect(ledger.rows).toHaveLength(migrations.length);
  });

  it('name tables and columns in snake_case', async () => {
    const names = await database.pglite.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    expect(names.rows.map((row) => row.name).filter((name) => !/^[a-z_.]+$/.test(name))).toEqual(
      [],
    );
    expect(names.rows).toContainEqual({ name: 'submissions.challenge_hash' });
  });

  it('have all been applied to the database that new ones are copies of', async () => {
    const copy = await openPglite('memory://', keepMigratedDatabase);
    await requireMigrated(copy.db);
    const columns = (pglite: typeof copy.pglite) =>
      pglite.query(
        `select table_name, column_name, data_type from information_schema.columns
           where table_schema = 'public' order by 1, 2`,
      );
    expect((await columns(copy.pglite)).rows).toEqual((await columns(database.pglite)).rows);
    await copy.close();
  });

  it('leave nothing behind when one fails', async () => {
    const broken = await openPglite('memory://');
    await broken.db.execute(sql`create table users (id int)`);
    await expect(migrate(broken.db)).rejects.toThrow('CREATE TABLE "users"');
    const tables = await broken.pglite.query(
      `select 1 from information_schema.tables where table_name = 'attempts'`,
    );
    expect(tables.rows).toEqual([]);
    await broken.close();
  });
});

describe('a database that a newer version has migrated', () => {
  it('is refused in one line and left as it is', async () => {
    const newer = await openPglite('memory://');
    await migrate(newer.db);
    await newer.db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 0)`,
    );
    const migrating = migrate(newer.db);
    await expect(migrating).rejects.toBeInstanceOf(DatabaseTooNew);
    await expect(migrating).rejects.toThrow(
      /^The database was used by a newer version.*changed\.$/,
    );
    await newer.close();
  });
});

describe('a database that a newer version has migrated while this one serves', () => {
  /** The migrations of a version that has one more. */
  async function tomorrow(statements: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-migrations-'));
    await cp(new URL('../../migrations', import.meta.url), folder, { recursive: true });
    const place = join(folder, 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(place, 'utf8')) as { entries: object[] };
    const entry = { idx: 9_999, version: '7', when: 4e12, tag: '9999_tomorrow', breakpoints: true };
    await writeFile(place, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
    await writeFile(join(folder, '9999_tomorrow.sql'), statements);
    return folder;
  }

  it('is taken where that one only added, and refused once something is gone', async () => {
    const { db, close } = await openPglite('memory://', keepMigratedDatabase);
    const added = await tomorrow('alter table candidates add column nickname text');
    await migrate(db, added);
    await migrate(db);
    await requireMigrated(db);
    const gone = await tomorrow(
      '-- Nobody has read it since 0028.\n-- squawk-ignore ban-drop-column\nalter table candidates drop column nickname',
    );
    await expect(migrate(db, gone)).resolves.toBeUndefined();
    await expect(migrate(db)).rejects.toBeInstanceOf(DatabaseTooNew);
    await expect(requireMigrated(db)).rejects.toBeInstanceOf(DatabaseTooNew);
    for (const folder of [added, gone]) await rm(folder, { recursive: true });
    await close();
  });

  it('is read as before by a command although nothing has written what breaks it', async () => {
    const { db, close } = await openPglite('memory://', keepMigratedDatabase);
    await db.execute(sql`alter table drizzle.__drizzle_migrations drop column if exists breaks`);
    await expect(requireMigrated(db)).resolves.toBeUndefined();
    await migrate(db);
    await expect(requireMigrated(db)).resolves.toBeUndefined();
    await close();
  });
});

describe('a PostgreSQL that is down', () => {
  it('is one line that names its place and no password', async () => {
    const opening = openPostgres('postgres://assay:secret@127.0.0.1:1/assay');
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnreachable);
    const message = await opening.catch((error: Error) => error.message);
    expect(message).toMatch(/^Cannot use the database at 127\.0\.0\.1:1\/assay: .*ECONNREFUSED/);
    expect(message).not.toMatch(/secret|\n/);
  });
});
