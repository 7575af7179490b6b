import { api, postgres } from 'world';
import { addMeter, addSite, at, dashboard, day, shown } from './meters.ts';

describe('the dashboard', () => {
  it('shows what the meters of a site measured on a day', async () => {
    const site = await addSite('Depot South');
    const hall = await addMeter(
      site,
      [
        [at('07:00:00'), 1000],
        [at('07:10:00'), 3000],
        [at('07:20:00'), 2000],
        [at('09:00:00'), 501],
      ],
      { name: 'Hall A' },
    );
    const roof = await addMeter(site, [[at('09:30:00'), 600]], { name: 'Roof', kind: 'export' });

    expect(await dashboard(site)).toEqual({
      site: { id: site, name: 'Depot South' },
      day,
      meters: [
        {
          id: hall,
          name: 'Hall A',
          kind: 'import',
          readings: 4,
          averageWatts: 1625,
          lastReadAt: shown('09:00:00'),
          peak: { from: shown('07:10:00'), watts: 2500 },
          longestGap: { from: shown('07:20:00'), seconds: 6000 },
        },
        {
          id: roof,
          name: 'Roof',
          kind: 'export',
          readings: 1,
          averageWatts: 600,
          lastReadAt: shown('09:30:00'),
          peak: { from: shown('09:30:00'), watts: 600 },
          longestGap: null,
        },
      ],
      hours: Array.from({ length: 24 }, (_, hour) => ({ 7: 2000, 9: -99 })[hour] ?? 0),
    });
  });

  it('says what it does not know', async () => {
    expect((await api.get(`/sites/999/dashboard?day=${day}`)).status).toBe(404);
    expect((await api.get('/sites/1/dashboard?day=today')).status).toBe(422);
  });

  it('sends a handful of statements', async () => {
    const site = await addSite();
    for (let count = 0; count < 5; count += 1) await addMeter(site, [[at('07:00:00'), 1]]);
    await dashboard(site);
    expect(postgres.queries.length).toBeLessThanOrEqual(4);
    expect(postgres.queries.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(35);
  });
});
