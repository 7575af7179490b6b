import type { PGlite } from '@assay/pglite';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { lockMigrations, migrate } from '#connection/migrate.ts';
import { DatabaseUnreachable, placeOf, reasonOf } from '#connection/openPostgres.ts';
import {
  type Connection,
  listForeignKeys,
  listMigrations,
  listSequences,
  listTables,
} from './catalog.ts';
import { type Checksum, checksum, plainFormats } from './checksum.ts';
import { copyTable } from './copyTable.ts';
import { MoveProblem } from './MoveProblem.ts';
import { releaseWork } from './releaseWork.ts';

export type MovedTable = Checksum & { name: string };

/** The oldest PostgreSQL that we run on. */
const oldestPostgres = 15;

/**
 * Copies all data of an embedded database that nobody else uses into an empty PostgreSQL, and compares each table by
 * count and checksum, all in one transaction: what goes wrong, and be it the power, leaves the target empty.
 * `onTable` hears of each table that is there and the same. Gives the target's place, without the password.
 * @throws {DatabaseUnreachable} when there is no PostgreSQL at `url`.
 * @throws {MoveProblem} when it is not empty or too old, or the data did not arrive as it was.
 */
export async function moveDatabase(
  source: PGlite,
  url: string,
  onTable: (table: MovedTable) => void,
): Promise<{ place: string; tables: MovedTable[] }> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url });
  // A connection that is lost fails the statement under way; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseUnreachable(`Cannot use the database at ${place}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  try {
    const db = drizzle({ client, casing: 'snake_case' });
    const tables = await db.transaction(async (tx) => {
      await lockMigrations(tx);
      await requireEmpty(client, place);
      await migrate(tx);
      const moved = await moveTables(source, client, onTable);
      await releaseWork(tx);
      return moved;
    });
    return { place, tables };
  } catch (error) {
    if (error instanceof MoveProblem) throw error;
    throw new MoveProblem(
      `The data could not be moved to ${place}, which is as it was: ${reasonOf(error)}`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
}

async function requireEmpty(target: Connection, place: string): Promise<void> {
  const { rows } = await target.query<{ version: number; encoding: string; tables: string[] }>(`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding,
      array(
        select format('%I.%I', schema.nspname, class.relname)
        from pg_class class join pg_namespace schema on schema.oid = class.relnamespace
        where schema.nspname in ('public', 'drizzle', 'bullmq') and class.relkind in ('r', 'p')
          and not exists (select from pg_depend where objid = class.oid and deptype = 'e')
        order by 1 limit 3
      ) as tables`);
  const [{ version, encoding, tables } = { version: 0, encoding: '', tables: [] }] = rows;
  if (version < oldestPostgres)
    throw new MoveProblem(
      `${place} is a PostgreSQL ${version}; Assay needs ${oldestPostgres} or later. Nothing was changed.`,
    );
  if (encoding !== 'UTF8')
    throw new MoveProblem(
      `The database at ${place} keeps texts as ${encoding}. Make one with encoding UTF8; nothing was changed.`,
    );
  if (tables.length > 0)
    throw new MoveProblem(
      `The database at ${place} is not empty (it has ${tables.join(', ')} …). Name a new one; nothing was changed.`,
    );
}

async function moveTables(
  source: PGlite,
  target: pg.Client,
  onTable: (table: MovedTable) => void,
): Promise<MovedTable[]> {
  await source.exec(plainFormats);
  await target.query(plainFormats);
  const tables = await listTables(source);
  requireSame('migrations', await listMigrations(source), await listMigrations(target));
  requireSame('tables', shape(tables), shape(await listTables(target)));

  const keys = await listForeignKeys(target);
  for (const key of keys)
    await target.query(`alter table ${key.table} drop constraint ${key.name}`);
  const moved: MovedTable[] = [];
  for (const table of tables) {
    await copyTable(source, target, table);
    const [before, after] = [await checksum(source, table), await checksum(target, table)];
    if (before.rows !== after.rows || before.sum !== after.sum)
      throw new MoveProblem(
        `${table.name} did not arrive as it was: ${before.rows} rows (${before.sum.slice(0, 12)}) became ${after.rows} (${after.sum.slice(0, 12)}). Nothing was changed.`,
      );
    await target.query(`analyze ${table.name}`);
    moved.push({ name: table.name, ...after });
    onTable({ name: table.name, ...after });
  }
  for (const { table, name, definition } of keys)
    await target.query(`alter table ${table} add constraint ${name} ${definition}`);

  const sequences = await listSequences(source);
  for (const { name, last } of sequences)
    if (last !== null) await target.query('select setval($1::regclass, $2::bigint)', [name, last]);
  requireSame('sequences', sequences, await listSequences(target));
  requireSame('foreign keys', keys, await listForeignKeys(target));
  return moved;
}

const shape = (tables: { name: string; columns: string[]; written: string[] }[]) =>
  tables.map(({ name, columns, written }) => ({ name, columns, written }));

function requireSame(what: string, here: unknown, there: unknown): void {
  if (JSON.stringify(here) !== JSON.stringify(there))
    throw new MoveProblem(
      `The ${what} of the folder are not those that this version of Assay makes. Start npm start of this version on it once; nothing was changed.`,
    );
}
