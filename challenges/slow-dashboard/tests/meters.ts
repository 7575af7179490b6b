import { api, postgres } from 'world';

export type Reading = [at: string, watts: number];
export type Meter = {
  id: number;
  name: string;
  readings: number;
  averageWatts: number | null;
  lastReadAt: string | null;
  peak: { from: string; watts: number } | null;
  longestGap: { from: string; seconds: number } | null;
};
export type Dashboard = { site: object; day: string; meters: Meter[]; hours: number[] };

export const day = '2026-06-10';
export const at = (time: string) => `${day}T${time}Z`;
/** As the service shows it: with milliseconds. */
export const shown = (time: string) => `${day}T${time}.000Z`;

export async function addSite(name = 'Depot'): Promise<number> {
  const [row] = await postgres.query(
    'INSERT INTO sites SELECT max(id) + 1, $1 FROM sites RETURNING id',
    [name],
  );
  return Number(row?.['id']);
}

export async function addMeter(
  site: number,
  readings: Reading[] = [],
  { name = 'Hall', kind = 'import' } = {},
): Promise<number> {
  const [row] = await postgres.query(
    'INSERT INTO meters SELECT max(id) + 1, $1, $2, $3 FROM meters RETURNING id',
    [site, name, kind],
  );
  const id = Number(row?.['id']);
  await addReadings(id, readings);
  return id;
}

export async function addReadings(meter: number, readings: Reading[]): Promise<void> {
  if (readings.length === 0) return;
  const values = readings.map(([when, watts]) => `(${meter}, '${when}', ${watts})`);
  await postgres.query(`INSERT INTO readings VALUES ${values.join(', ')}`);
}

export async function dashboard(site: number, of = day): Promise<Dashboard> {
  const res = await api.get(`/sites/${site}/dashboard?day=${of}`);
  expect({ status: res.status, body: res.body }).toMatchObject({ status: 200 });
  return res.body;
}

/** The only meter of a new site with these readings. */
export async function measured(readings: Reading[]): Promise<Meter | undefined> {
  const site = await addSite();
  await addMeter(site, readings);
  return (await dashboard(site)).meters[0];
}
