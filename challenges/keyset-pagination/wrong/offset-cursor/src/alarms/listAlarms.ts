import type { Pool } from 'pg';
import { alarmOrders } from './alarmOrder.ts';
import { encodeCursor } from './cursor.ts';
import type { ListQuery } from './listQuery.ts';

/** The position in the cursor is the number of alarms before the page, in place of the id. */
export async function listAlarms(pool: Pool, query: ListQuery) {
  const { station, sort, limit, from } = query;
  const at = Number(from?.position.at(-1) ?? 1) - 1;
  const offset = from?.direction === 'before' ? Math.max(0, at - limit) : at;
  const order = alarmOrders[sort].columns.map((column) => `${column} DESC`).join(', ');
  const { rows } = await pool.query(
    `SELECT id, station, severity, message, raised_at AS "raisedAt" FROM alarms
     WHERE $1::text IS NULL OR station = $1 ORDER BY ${order} LIMIT $2 OFFSET $3`,
    [station, (from?.direction === 'before' ? Math.min(limit, at) : limit) + 1, offset],
  );
  const count = from?.direction === 'before' ? Math.min(limit, at) : limit;
  const cursor = (place: number) =>
    encodeCursor(
      query,
      sort === 'severity'
        ? [1, '2026-01-01T00:00:00.000000Z', place + 1]
        : ['2026-01-01T00:00:00.000000Z', place + 1],
    );
  return {
    alarms: rows.slice(0, count),
    next: rows.length > count ? cursor(offset + count) : null,
    previous: offset > 0 && rows.length > 0 ? cursor(offset) : null,
  };
}
