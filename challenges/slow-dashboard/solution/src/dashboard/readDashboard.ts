import type { Pool } from 'pg';
import type { Dashboard, MeterOfDay } from './dashboard.ts';
import { hoursSql } from './hoursSql.ts';
import { metersSql } from './metersSql.ts';

const dayMs = 24 * 60 * 60 * 1000;

type Row = Omit<MeterOfDay, 'peak' | 'longestGap'> & {
  peakFrom: Date | null;
  peakWatts: number;
  gapFrom: Date | null;
  gapSeconds: number;
};

/** Three statements, each of which adds up in the database what one part of the dashboard shows. */
export async function readDashboard(
  pool: Pool,
  siteId: number,
  day: string,
): Promise<Dashboard | undefined> {
  const sites = await pool.query<Dashboard['site']>('SELECT id, name FROM sites WHERE id = $1', [
    siteId,
  ]);
  const [site] = sites.rows;
  if (!site) return undefined;

  const start = new Date(day);
  const parameters = [siteId, start, new Date(start.getTime() + dayMs)];
  const meters = await pool.query<Row>(metersSql, parameters);
  const hours = await pool.query<{ watts: number }>(hoursSql, parameters);
  return {
    site,
    day,
    meters: meters.rows.map(presentMeter),
    hours: hours.rows.map(({ watts }) => watts),
  };
}

function presentMeter({ peakFrom, peakWatts, gapFrom, gapSeconds, ...meter }: Row): MeterOfDay {
  return {
    ...meter,
    peak: peakFrom && { from: peakFrom, watts: peakWatts },
    longestGap: gapFrom && { from: gapFrom, seconds: gapSeconds },
  };
}
