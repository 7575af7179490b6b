import type { Pool } from 'pg';

export type ListQuery = {
  station: string | undefined;
  sort: string;
  limit: number;
  after: string | undefined;
};

/** Goes on from the time of the last alarm instead of counting rows. */
export async function listAlarms(pool: Pool, { station, sort, limit, after }: ListQuery) {
  const params: unknown[] = [limit];
  const conditions: string[] = [];
  if (station) {
    params.push(station);
    conditions.push(`station = $${params.length}`);
  }
  if (after) {
    const [time, id] = Buffer.from(after, 'base64').toString().split('|');
    params.push(time, id);
    conditions.push(`(raised_at, id) < ($${params.length - 1}, $${params.length})`);
  }
  const { rows } = await pool.query(
    `SELECT id, station, severity, message, raised_at AS "raisedAt"
     FROM alarms
     ${conditions.length ? 'WHERE ' + conditions.join(' AND ') : ''}
     ORDER BY ${sort === 'severity' ? 'severity DESC, ' : ''}raised_at DESC, id DESC
     LIMIT $1`,
    params,
  );
  const last = rows[rows.length - 1];
  const next = last
    ? Buffer.from(`${last.raisedAt.toISOString()}|${last.id}`).toString('base64')
    : null;
  return { alarms: rows, next, previous: null };
}
