import type { Pool } from 'pg';
import { mean } from './mean.ts';
import { readingsOf } from './readingsOf.ts';

export async function hoursOf(
  pool: Pool,
  meters: { id: number; kind: 'import' | 'export' }[],
  day: string,
): Promise<number[]> {
  const hours: number[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    let watts = 0;
    for (const meter of meters) {
      const readings = (await readingsOf(pool, meter.id, day)).filter(
        (reading) => reading.read_at.getUTCHours() === hour,
      );
      if (readings.length === 0) continue;
      watts += meter.kind === 'export' ? -mean(readings) : mean(readings);
    }
    hours.push(Math.sign(watts) * Math.round(Math.abs(watts)) || 0);
  }
  return hours;
}
