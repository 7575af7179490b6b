import type { Connection, Table } from './catalog.ts';

/** What a table holds: two with the same numbers hold the same rows, in whatever order. */
export type Checksum = { rows: number; sum: string };

/** Has a session write values the same way on every PostgreSQL, whatever its server or database sets. */
export const plainFormats = `
  set datestyle = 'ISO, YMD';
  set timezone = 'UTC';
  set intervalstyle = 'postgres';
  set bytea_output = 'hex';
  set extra_float_digits = 1`;

/**
 * Counts a table and sums up the SHA-256 of each row's text, so that no order matters, which differs by collation.
 * The session must have `plainFormats`.
 */
export async function checksum(connection: Connection, table: Table): Promise<Checksum> {
  const { rows } = await connection.query<Checksum>(`
    with digests as (
      select encode(sha256(convert_to(row(${table.columns.join()})::text, 'UTF8')), 'hex') as hex
      from ${table.name}
    )
    select count(*)::int as rows,
      encode(sha256(convert_to(concat_ws(' ',
        sum(('x' || substr(hex, 1, 16))::bit(64)::bigint),
        sum(('x' || substr(hex, 17, 16))::bit(64)::bigint)), 'UTF8')), 'hex') as sum
    from digests`);
  const [counted] = rows;
  if (counted === undefined) throw new Error(`${table.name} cannot be counted.`);
  return counted;
}
