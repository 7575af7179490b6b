import type { Pool } from 'pg';
import type { Dashboard } from './dashboard.ts';
import { hoursSql } from './hoursSql.ts';
import { metersSql } from './metersSql.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A day that is over does not change any more. */
const known = new Map<string, Dashboard>();

export async function readDashboard(
  pool: Pool,
  siteId: number,
  day: string,
): Promise<Dashboard | undefined> {
  const key = `${siteId} ${day}`;
  const cached = known.get(key);
  if (cached) return cached;
  const sites = await pool.query('SELECT id, name FROM sites WHERE id = $1', [siteId]);
  const [site] = sites.rows;
  if (!site) return undefined;
  const start = new Date(day);
  const parameters = [siteId, start, new Date(start.getTime() + dayMs)];
  const meters = await pool.query(metersSql, parameters);
  const hours = await pool.query(hoursSql, parameters);
  const dashboard: Dashboard = {
    site,
    day,
    meters: meters.rows.map(({ peakFrom, peakWatts, gapFrom, gapSeconds, ...meter }) => ({
      ...meter,
      peak: peakFrom && { from: peakFrom, watts: peakWatts },
      longestGap: gapFrom && { from: gapFrom, seconds: gapSeconds },
    })),
    hours: hours.rows.map(({ watts }) => watts),
  };
  known.set(key, dashboard);
  return dashboard;
}
