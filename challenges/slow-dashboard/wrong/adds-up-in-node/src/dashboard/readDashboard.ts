import type { Pool } from 'pg';
import type { Dashboard, MeterOfDay } from './dashboard.ts';

const dayMs = 24 * 60 * 60 * 1000;
const quarterMs = 15 * 60 * 1000;

type Reading = { at: number; watts: number };

/** One statement for the readings; the rest is linear. */
export async function readDashboard(
  pool: Pool,
  siteId: number,
  day: string,
): Promise<Dashboard | undefined> {
  const sites = await pool.query('SELECT id, name FROM sites WHERE id = $1', [siteId]);
  const [site] = sites.rows;
  if (!site) return undefined;
  const start = new Date(day);
  const meters = await pool.query(
    'SELECT id, name, kind FROM meters WHERE site_id = $1 ORDER BY name COLLATE "C", id',
    [siteId],
  );
  const readings = await pool.query(
    `SELECT meter_id, read_at, watts FROM meters JOIN readings ON meter_id = id
     WHERE site_id = $1 AND read_at >= $2 AND read_at < $3 ORDER BY meter_id, read_at`,
    [siteId, start, new Date(start.getTime() + dayMs)],
  );
  const byMeter = Map.groupBy(readings.rows, ({ meter_id: id }) => id);
  const hours = Array.from({ length: 24 }, () => 0);
  const found: MeterOfDay[] = meters.rows.map((meter) => {
    const own: Reading[] = (byMeter.get(meter.id) ?? []).map((row) => ({
      at: row.read_at.getTime(),
      watts: row.watts,
    }));
    for (const [hour, inHour] of Map.groupBy(own, ({ at }) => new Date(at).getUTCHours())) {
      hours[hour] = (hours[hour] ?? 0) + (meter.kind === 'export' ? -1 : 1) * mean(inHour);
    }
    const last = own.at(-1);
    return {
      ...meter,
      readings: own.length,
      averageWatts: last ? Math.round(mean(own)) : null,
      lastReadAt: last ? new Date(last.at) : null,
      peak: peak(own),
      longestGap: longestGap(own),
    };
  });
  return {
    site,
    day,
    meters: found,
    hours: hours.map((watts) => Math.sign(watts) * Math.round(Math.abs(watts)) || 0),
  };
}

function mean(readings: Reading[]): number {
  return readings.reduce((sum, { watts }) => sum + watts, 0) / readings.length;
}

function peak(readings: Reading[]): MeterOfDay['peak'] {
  let best: { at: number; watts: number } | undefined;
  let sum = 0;
  let end = 0;
  for (const [index, { at, watts }] of readings.entries()) {
    for (let next = readings[end]; next && next.at < at + quarterMs; next = readings[end]) {
      sum += next.watts;
      end += 1;
    }
    const average = sum / (end - index);
    if (!best || average > best.watts) best = { at, watts: average };
    sum -= watts;
  }
  return best ? { from: new Date(best.at), watts: Math.round(best.watts) } : null;
}

function longestGap(readings: Reading[]): MeterOfDay['longestGap'] {
  let best: { at: number; ms: number } | undefined;
  for (const [index, { at }] of readings.entries()) {
    const ms = (readings[index + 1]?.at ?? 0) - at;
    if (ms > 0 && (!best || ms > best.ms)) best = { at, ms };
  }
  return best ? { from: new Date(best.at), seconds: Math.floor(best.ms / 1000) } : null;
}
