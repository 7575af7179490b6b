import type { Pool } from 'pg';
import type { Dashboard, MeterOfDay } from './dashboard.ts';
import { hoursOf } from './hoursOf.ts';
import { longestGap } from './longestGap.ts';
import { mean } from './mean.ts';
import { peak } from './peak.ts';
import { readingsOf } from './readingsOf.ts';

/** The dashboard as it runs: right, and too slow. */
export async function readDashboard(
  pool: Pool,
  siteId: number,
  day: string,
): Promise<Dashboard | undefined> {
  const sites = await pool.query('SELECT * FROM sites WHERE id = $1', [siteId]);
  const [site] = sites.rows;
  if (!site) return undefined;

  const meters = await pool.query(
    'SELECT id, name, kind FROM meters WHERE site_id = $1 ORDER BY name COLLATE "C", id',
    [siteId],
  );
  const found: MeterOfDay[] = [];
  for (const meter of meters.rows) {
    const readings = await readingsOf(pool, meter.id, day);
    found.push({
      ...meter,
      readings: readings.length,
      averageWatts: readings.length === 0 ? null : Math.round(mean(readings)),
      lastReadAt: readings.at(-1)?.read_at ?? null,
      peak: peak(readings),
      longestGap: longestGap(readings),
    });
  }
  return { site, day, meters: found, hours: await hoursOf(pool, meters.rows, day) };
}
