import { sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';

/** A row as JSON, by the names of its columns. Moments are text in ISO 8601. */
export type Row = Record<string, unknown>;
type Column = { column_name: string; data_type: string; is_identity: 'YES' | 'NO' };

/** The rows of a table, without columns that the database counts up by itself; in the order of these, where there is one. */
export async function readRows(db: Database, table: string): Promise<Row[]> {
  const columns = await listColumns(db, table);
  const counted = columns.find(({ is_identity }) => is_identity === 'YES')?.column_name;
  const own = columns.filter(({ column_name }) => column_name !== counted);
  const list = own.map(({ column_name }) => sql.identifier(column_name));
  const order = counted === undefined ? sql`1` : sql.identifier(counted);
  const found = await select<{ row: string }>(
    db,
    sql`select (select row_to_json(own) from (select ${sql.join(list, sql`, `)}) own)::text as row
      from ${sql.identifier(table)} order by ${order}`,
  );
  return found.map(({ row }) => JSON.parse(row) as Row);
}

/** The columns of a table that hold moments. */
export async function listMoments(db: Database, table: string): Promise<string[]> {
  const columns = await listColumns(db, table);
  return columns
    .filter(({ data_type }) => data_type === 'timestamp with time zone')
    .map(({ column_name }) => column_name);
}

/**
 * Adds rows as `readRows` answers them. What has come into the table since has its default; a row that would break a
 * unique key is left out with `skip`, and refuses all without it.
 */
export async function insertRows(
  tx: Database,
  table: string,
  rows: readonly Row[],
  { skip = false } = {},
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(
    Object.keys(first).map((name) => sql.identifier(name)),
    sql`, `,
  );
  const name = sql.identifier(table);
  await tx.execute(
    sql`insert into ${name} (${columns})
      select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)
      ${skip ? sql`on conflict do nothing` : sql``}`,
  );
}

function listColumns(db: Database, table: string): Promise<Column[]> {
  return select<Column>(
    db,
    sql`select column_name, data_type, is_identity from information_schema.columns
      where table_schema = 'public' and table_name = ${table} order by ordinal_position`,
  );
}

async function select<Found>(db: Database, query: ReturnType<typeof sql>): Promise<Found[]> {
  const answer: unknown = await db.execute(query);
  return (answer as { rows: Found[] }).rows;
}
