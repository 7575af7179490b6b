import { pool } from './database.ts';
import type { Reading } from './reading.ts';

/** Stores readings in one statement, so all or none. Rejects when the database refuses. */
export async function storeReadings(readings: Reading[]): Promise<void> {
  // A statement may touch a row once, so of several readings for a day only the last goes along.
  const last = new Map(readings.map((reading) => [keyOf(reading), reading]));
  await pool.query(
    `INSERT INTO readings (meter_id, read_on, kwh)
     SELECT "meterId", "readOn", kwh
     FROM json_to_recordset($1) AS reading ("meterId" text, "readOn" date, kwh int)
     ON CONFLICT (meter_id, read_on) DO UPDATE SET kwh = excluded.kwh`,
    [JSON.stringify([...last.values()])],
  );
}

/** A day has ten characters, so no two meters share a key. */
function keyOf({ meterId, readOn }: Reading): string {
  return `${readOn} ${meterId}`;
}
