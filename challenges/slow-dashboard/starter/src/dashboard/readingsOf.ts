import type { Pool } from 'pg';

export type Reading = { meter_id: number; read_at: Date; watts: number };

export async function readingsOf(pool: Pool, meterId: number, day: string): Promise<Reading[]> {
  const { rows } = await pool.query<Reading>(
    'SELECT * FROM readings WHERE meter_id = $1 ORDER BY read_at',
    [meterId],
  );
  return rows.filter((reading) => reading.read_at.toISOString().startsWith(day));
}
