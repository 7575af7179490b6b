import type { Pool } from 'pg';

export type ListQuery = {
  station: string | undefined;
  sort: string;
  limit: number;
  offset: number;
};

/** The list as it is today: see the statement for what is wrong with it. */
export async function listAlarms(pool: Pool, { station, sort, limit, offset }: ListQuery) {
  const { rows } = await pool.query(
    `SELECT id, station, severity, message, raised_at AS "raisedAt"
     FROM alarms
     WHERE $1::text IS NULL OR station = $1
     ORDER BY ${sort === 'severity' ? 'severity DESC, ' : ''}raised_at DESC
     LIMIT $2 OFFSET $3`,
    [station, limit, offset],
  );
  return { alarms: rows, next: String(offset + limit), previous: null };
}
