import type { Pool } from 'pg';
import { type AlarmSort, alarmOrders, type Position } from './alarmOrder.ts';
import { encodeCursor } from './cursor.ts';
import type { ListQuery } from './listQuery.ts';

type Row = {
  id: number;
  station: string;
  severity: number;
  message: string;
  raisedAt: Date;
  exactTime: string;
};

export async function listAlarms(pool: Pool, query: ListQuery) {
  const { station, sort, limit, from } = query;
  const { rows } = await pool.query<Row>(
    `SELECT id, station, severity, message, raised_at AS "raisedAt",
       to_char(raised_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "exactTime"
     FROM alarms WHERE $1::text IS NULL OR station = $1
     ORDER BY ${alarmOrders[sort].columns.map((column) => `${column} DESC`).join(', ')}`,
    [station],
  );
  let start = 0;
  let end = limit;
  if (from?.direction === 'after') {
    start = rows.findIndex((row) => compare(positionOf(sort, row), from.position) < 0);
    if (start === -1) start = rows.length;
    end = start + limit;
  } else if (from) {
    end = rows.findIndex((row) => compare(positionOf(sort, row), from.position) <= 0);
    if (end === -1) end = rows.length;
    start = Math.max(0, end - limit);
  }
  const shown = rows.slice(start, end);
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    alarms: shown.map(present),
    next: last && end < rows.length ? encodeCursor(query, positionOf(sort, last)) : null,
    previous: first && start > 0 ? encodeCursor(query, positionOf(sort, first)) : null,
  };
}

function compare(one: Position, other: Position): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}

function positionOf(sort: AlarmSort, { severity, exactTime, id }: Row): Position {
  return sort === 'severity' ? [severity, exactTime, id] : [exactTime, id];
}

function present({ id, station, severity, message, raisedAt }: Row) {
  return { id, station, severity, message, raisedAt };
}
