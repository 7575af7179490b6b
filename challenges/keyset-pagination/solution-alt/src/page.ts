import type { Pool } from 'pg';
import { makeCursor, type PageRequest } from './request.ts';

type Row = {
  id: number;
  station: string;
  severity: number;
  message: string;
  raisedAt: Date;
  micros: string;
  inPage: boolean;
};

const sortKeys = { newest: 'raised_at, id', severity: 'severity, raised_at, id' };
const columns = `id, station, severity, message, raised_at,
  (extract(epoch FROM raised_at) * 1000000)::bigint::text AS micros`;

/** One statement: the page, one row more, and the nearest row on the other side of the cursor. */
export async function readPage(pool: Pool, { sort, station, limit, from, backwards }: PageRequest) {
  const key = sortKeys[sort];
  const values: unknown[] = [limit + 1];
  const value = (given: unknown) => `$${values.push(given)}`;

  const mine = station === null ? 'true' : `station = ${value(station)}`;
  const [compare, other] = backwards ? ['>', '<='] : ['<', '>='];
  const order = (descending: boolean) =>
    key
      .split(', ')
      .map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`)
      .join(', ');
  let sql = `(SELECT ${columns}, true AS in_page FROM alarms WHERE ${mine}`;
  if (from) {
    const [severity, micros, id] = from;
    const time = `'epoch'::timestamptz + ${value(micros)}::bigint * interval '1 microsecond'`;
    const cursor = `${time}, ${value(id)}::integer`;
    const place = sort === 'severity' ? `${value(severity)}::smallint, ${cursor}` : cursor;
    sql += ` AND (${key}) ${compare} (${place}) ORDER BY ${order(!backwards)} LIMIT $1)
      UNION ALL
      (SELECT ${columns}, false FROM alarms WHERE ${mine} AND (${key}) ${other} (${place})
       ORDER BY ${order(backwards)} LIMIT 1)`;
  } else sql += ` ORDER BY ${order(true)} LIMIT $1)`;

  const { rows } = await pool.query<Row>(
    `SELECT id, station, severity, message, raised_at AS "raisedAt", micros, in_page AS "inPage"
     FROM (${sql}) AS found ORDER BY in_page, ${order(true)}`,
    values,
  );
  const found = rows.filter(({ inPage }) => inPage);
  const page = backwards ? found.slice(-limit) : found.slice(0, limit);
  const ahead = found.length > limit;
  const behind = rows.length > found.length;

  const cursorOf = (row: Row | undefined, wanted: boolean) =>
    row && wanted
      ? makeCursor({ sort, station }, [String(row.severity), row.micros, String(row.id)])
      : null;
  return {
    alarms: page.map(({ id, station: of, severity, message, raisedAt }) => ({
      id,
      station: of,
      severity,
      message,
      raisedAt,
    })),
    next: cursorOf(page.at(-1), backwards ? behind : ahead),
    previous: cursorOf(page.at(0), backwards ? ahead : behind),
  };
}
