import { pool } from './database.ts';
import type { Reading } from './reading.ts';

/** Stores readings, all at the same time. Rejects when the database refuses. */
export async function storeReadings(readings: Reading[]): Promise<void> {
  await Promise.all(
    readings.map(({ meterId, readOn, kwh }) =>
      pool.query(
        `INSERT INTO readings VALUES ($1, $2, $3)
         ON CONFLICT (meter_id, read_on) DO UPDATE SET kwh = excluded.kwh`,
        [meterId, readOn, kwh],
      ),
    ),
  );
}
