import type { Pool } from 'pg';
import { type AlarmSort, alarmOrders, type Position } from './alarmOrder.ts';
import { encodeCursor } from './cursor.ts';
import type { ListQuery } from './listQuery.ts';

type Direction = 'after' | 'before';
type Alarm = { id: number; station: string; severity: number; message: string; raisedAt: Date };
type Row = Alarm & { exactTime: string };

/** A page of alarms, read from its position on; where in the list that is makes no difference. */
export async function listAlarms(pool: Pool, query: ListQuery) {
  const { limit, from, sort } = query;
  const direction = from?.direction ?? 'after';
  // One more than shown tells whether there are more in this direction.
  const nearest = await readAlarms(pool, query, direction, from?.position, limit + 1);
  const shown = nearest.slice(0, limit);
  if (direction === 'before') shown.reverse();

  const [first, last] = [shown.at(0), shown.at(-1)];
  if (!first || !last) return { alarms: [], next: null, previous: null };

  const more = nearest.length > limit;
  const behind =
    from !== undefined &&
    (await hasAlarms(pool, query, opposite(direction), direction === 'after' ? first : last));
  const [hasNext, hasPrevious] = direction === 'after' ? [more, behind] : [behind, more];
  return {
    alarms: shown.map(present),
    next: hasNext ? encodeCursor(query, positionOf(sort, last)) : null,
    previous: hasPrevious ? encodeCursor(query, positionOf(sort, first)) : null,
  };
}

async function hasAlarms(
  pool: Pool,
  query: ListQuery,
  direction: Direction,
  row: Row,
): Promise<boolean> {
  const found = await readAlarms(pool, query, direction, positionOf(query.sort, row), 1);
  return found.length > 0;
}

/** The alarms nearest to `position`, nearest first; without one, from the start of the list. */
async function readAlarms(
  pool: Pool,
  { sort, station }: ListQuery,
  direction: Direction,
  position: Position | undefined,
  count: number,
): Promise<Row[]> {
  const columns = alarmOrders[sort].columns.slice(0, -1);
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const [isBeyond, order] = direction === 'after' ? ['<', 'DESC'] : ['>', 'ASC'];
  const conditions = [
    ...(station === undefined ? [] : [`station = ${bind(station)}`]),
    ...(position
      ? [`(${columns.join(', ')}) ${isBeyond} (${position.slice(0, -1).map(bind).join(', ')})`]
      : []),
  ];
  const { rows } = await pool.query<Row>(
    `SELECT id, station, severity, message, raised_at AS "raisedAt",
       to_char(raised_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "exactTime"
     FROM alarms
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY ${columns.map((column) => `${column} ${order}`).join(', ')}
     LIMIT ${bind(count)}`,
    parameters,
  );
  return rows;
}

function positionOf(sort: AlarmSort, { severity, exactTime, id }: Row): Position {
  return sort === 'severity' ? [severity, exactTime, id] : [exactTime, id];
}

function opposite(direction: Direction): Direction {
  return direction === 'after' ? 'before' : 'after';
}

function present({ id, station, severity, message, raisedAt }: Row) {
  return { id, station, severity, message, raisedAt };
}
