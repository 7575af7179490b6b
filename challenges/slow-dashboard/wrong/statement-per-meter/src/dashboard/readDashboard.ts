import type { Pool } from 'pg';
import type { Dashboard, MeterOfDay } from './dashboard.ts';
import { hoursSql } from './hoursSql.ts';
import { metersSql } from './metersSql.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Each meter's numbers are one small statement. */
export async function readDashboard(
  pool: Pool,
  siteId: number,
  day: string,
): Promise<Dashboard | undefined> {
  const sites = await pool.query('SELECT id, name FROM sites WHERE id = $1', [siteId]);
  const [site] = sites.rows;
  if (!site) return undefined;
  const start = new Date(day);
  const end = new Date(start.getTime() + dayMs);
  const ids = await pool.query(
    'SELECT id FROM meters WHERE site_id = $1 ORDER BY name COLLATE "C", id',
    [siteId],
  );
  const meters: MeterOfDay[] = [];
  for (const { id: meterId } of ids.rows) {
    const { rows } = await pool.query(metersSql.replaceAll('site_id = $1', 'meters.id = $1'), [
      meterId,
      start,
      end,
    ]);
    const { peakFrom, peakWatts, gapFrom, gapSeconds, ...meter } = rows[0];
    meters.push({
      ...meter,
      peak: peakFrom && { from: peakFrom, watts: peakWatts },
      longestGap: gapFrom && { from: gapFrom, seconds: gapSeconds },
    });
  }
  const hours = await pool.query(hoursSql, [siteId, start, end]);
  return { site, day, meters, hours: hours.rows.map(({ watts }) => watts) };
}
