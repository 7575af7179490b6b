import type { Pool } from 'pg';

export type Cursor = { sort: string; station: string | null; severity: number; time: string; id: number };

export type ListQuery = {
  station: string | null;
  sort: 'newest' | 'severity';
  limit: number;
  after: Cursor | null;
  before: Cursor | null;
};

const columns = `id, station, severity, message, raised_at AS "raisedAt",
  to_char(raised_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' AS exact`;

/** Encodes where a page ends as text that may stand in a URL. */
export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

export async function listAlarms(pool: Pool, query: ListQuery) {
  const { station, sort, limit, after, before } = query;
  const cursor = after ?? before;
  const backwards = before !== null;
  const keys = sort === 'severity' ? '(severity, raised_at, id)' : '(raised_at, id)';
  const values = sort === 'severity' ? '($3::smallint, $4::timestamptz, $5::int)' : '($4::timestamptz, $5::int)';
  const direction = backwards ? 'ASC' : 'DESC';
  const orderBy = keys.slice(1, -1).split(', ').map((key) => `${key} ${direction}`).join(', ');

  const where = ['($1::text IS NULL OR station = $1)', '($3::smallint IS NULL OR true)'];
  if (cursor) where.push(`${keys} ${backwards ? '>' : '<'} ${values}`);
  else where.push('($4::timestamptz IS NULL AND $5::int IS NULL)');

  const { rows } = await pool.query(
    `SELECT ${columns} FROM alarms WHERE ${where.join(' AND ')} ORDER BY ${orderBy} LIMIT $2`,
    [station, limit + 1, cursor?.severity ?? null, cursor?.time ?? null, cursor?.id ?? null],
  );
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (backwards) page.reverse();

  const at = (row: any) =>
    writeCursor({ sort, station, severity: row.severity, time: row.exact, id: row.id });
  const first = page[0];
  const last = page[page.length - 1];
  return {
    alarms: page.map(({ exact, ...alarm }: any) => alarm),
    next: last && (more || backwards) ? at(last) : null,
    previous: first && (backwards ? more : cursor) ? at(first) : null,
  };
}
