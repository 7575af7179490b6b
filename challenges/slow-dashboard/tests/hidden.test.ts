import { api, postgres } from 'world';
import {
  addMeter,
  addReadings,
  addSite,
  at,
  dashboard,
  day,
  measured,
  type Reading,
  shown,
} from './meters.ts';

const forPeople = expect.stringMatching(/\w+ \w+/);
const quiet = Array.from({ length: 24 }, () => 0);

/** Random whole numbers below `max`, the same on every run. */
function lehmer(seed: number): (max: number) => number {
  let state = seed;
  return (max) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % max;
  };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the day', () => {
  it('lasts from midnight until just before midnight, in UTC', async () => {
    const site = await addSite();
    const meter = await addMeter(site, [
      ['2026-06-09T23:59:59.999Z', 9000],
      ['2026-06-10T00:00:00Z', 100],
      ['2026-06-10T23:59:59.999Z', 300],
      ['2026-06-11T00:00:00Z', 9000],
    ]);
    const found = await dashboard(site);
    expect(found.meters).toEqual([
      {
        id: meter,
        name: 'Hall',
        kind: 'import',
        readings: 2,
        averageWatts: 200,
        lastReadAt: '2026-06-10T23:59:59.999Z',
        peak: { from: '2026-06-10T23:59:59.999Z', watts: 300 },
        longestGap: { from: shown('00:00:00'), seconds: 86_399 },
      },
    ]);
    expect(found.hours).toEqual([100, ...quiet.slice(2), 300]);
    expect((await dashboard(site, '2026-06-11')).meters[0]).toMatchObject({ readings: 1 });
  });

  it('shows readings that came late', async () => {
    const site = await addSite();
    const meter = await addMeter(site, [[at('10:00:00'), 100]]);
    expect((await dashboard(site)).meters[0]).toMatchObject({ readings: 1, averageWatts: 100 });
    await addReadings(meter, [[at('08:00:00'), 400]]);
    const found = await dashboard(site);
    expect(found.meters[0]).toMatchObject({
      readings: 2,
      averageWatts: 250,
      lastReadAt: shown('10:00:00'),
      peak: { from: shown('08:00:00'), watts: 400 },
    });
    expect([found.hours[8], found.hours[10]]).toEqual([400, 100]);
  });

  it('may be any of the calendar', async () => {
    const site = await addSite();
    await addMeter(site, [
      ['2028-02-29T12:00:00Z', 7],
      ['2027-12-31T12:00:00Z', 8],
    ]);
    expect((await dashboard(site, '2028-02-29')).meters[0]?.averageWatts).toBe(7);
    expect((await dashboard(site, '2027-12-31')).meters[0]?.averageWatts).toBe(8);
  });
});

describe('meters', () => {
  it('that were not read are there all the same', async () => {
    const site = await addSite();
    const silent = await addMeter(site, [['2026-06-09T12:00:00Z', 5]], { name: 'Silent' });
    const found = await dashboard(site);
    expect(found.meters).toEqual([
      {
        id: silent,
        name: 'Silent',
        kind: 'import',
        readings: 0,
        averageWatts: null,
        lastReadAt: null,
        peak: null,
        longestGap: null,
      },
    ]);
    expect(found.hours).toEqual(quiet);
    expect(await dashboard(await addSite())).toMatchObject({ meters: [], hours: quiet });
  });

  it('are sorted by name and then by id', async () => {
    const site = await addSite();
    const names = ['b', 'a', 'Z', 'b', 'A 10', 'A 2'];
    const ids: number[] = [];
    for (const name of names) ids.push(await addMeter(site, [[at('10:00:00'), 1]], { name }));
    expect((await dashboard(site)).meters.map(({ id, name }) => [name, id])).toEqual([
      ['A 10', ids[4]],
      ['A 2', ids[5]],
      ['Z', ids[2]],
      ['a', ids[1]],
      ['b', ids[0]],
      ['b', ids[3]],
    ]);
  });

  it('of other sites do not count', async () => {
    const [site, other] = [await addSite('Own'), await addSite('Other')];
    await addMeter(site, [[at('10:00:00'), 100]]);
    await addMeter(other, [[at('10:00:00'), 900]]);
    const found = await dashboard(site);
    expect(found.site).toEqual({ id: site, name: 'Own' });
    expect(found.meters).toHaveLength(1);
    expect(found.hours[10]).toBe(100);
  });

  it('have an average that is rounded half up', async () => {
    expect(
      (
        await measured([
          [at('10:00:00'), 1],
          [at('20:00:00'), 2],
        ])
      )?.averageWatts,
    ).toBe(2);
    expect(
      (
        await measured([
          [at('01:00:00'), 1],
          [at('02:00:00'), 1],
          [at('03:00:00'), 2],
        ])
      )?.averageWatts,
    ).toBe(1);
    expect(
      (
        await measured([
          [at('10:00:00'), 2_000_000_000],
          [at('11:00:00'), 2_000_000_000],
        ])
      )?.averageWatts,
    ).toBe(2_000_000_000);
  });
});

describe('the peak', () => {
  it('is the quarter of an hour with the highest average, wherever it begins', async () => {
    const meter = await measured([
      [at('10:00:00'), 100],
      [at('10:07:00'), 900],
      [at('10:14:00'), 700],
      [at('10:21:00'), 800],
      [at('10:28:00'), 100],
    ]);
    expect(meter?.peak).toEqual({ from: shown('10:07:00'), watts: 800 });
  });

  it('leaves out what is read exactly 15 minutes later', async () => {
    const meter = await measured([
      [at('10:00:00'), 500],
      [at('10:15:00'), 100],
      [at('10:29:59.999'), 800],
      [at('10:30:00'), 0],
      [at('10:44:59.999'), 0],
    ]);
    expect(meter?.peak).toEqual({ from: shown('10:00:00'), watts: 500 });
  });

  it('is the earliest of several that are equal, and rounded', async () => {
    const meter = await measured([
      [at('08:00:00'), 10],
      [at('08:01:00'), 11],
      [at('08:02:00'), 11],
      [at('12:00:00'), 11],
      [at('18:00:00'), 11],
    ]);
    expect(meter?.peak).toEqual({ from: shown('08:01:00'), watts: 11 });
    expect(
      (
        await measured([
          [at('08:00:00'), 2],
          [at('08:01:00'), 1],
        ])
      )?.peak?.watts,
    ).toBe(2);
    const close = await measured([
      [at('01:00:00'), 1],
      [at('01:01:00'), 3],
      [at('01:02:00'), 3],
      [at('05:00:00'), 2],
    ]);
    expect(close?.peak).toEqual({ from: shown('01:01:00'), watts: 3 });
  });

  it('does not reach into the next day', async () => {
    const meter = await measured([
      [at('23:50:00'), 100],
      ['2026-06-11T00:01:00Z', 900],
    ]);
    expect(meter?.peak).toEqual({ from: shown('23:50:00'), watts: 100 });
  });
});

describe('the longest gap', () => {
  it('lies between two readings of the same meter', async () => {
    const site = await addSite();
    await addMeter(site, [
      [at('08:00:00'), 1],
      [at('08:10:00'), 1],
      [at('08:30:00.900'), 1],
      [at('08:40:00'), 1],
    ]);
    await addMeter(site, [[at('08:20:00'), 1]], { name: 'Other' });
    const [first, other] = (await dashboard(site)).meters;
    expect(first?.longestGap).toEqual({ from: shown('08:10:00'), seconds: 1200 });
    expect(other?.longestGap).toBeNull();
  });

  it('is the earliest of several that are equal', async () => {
    const meter = await measured([
      [at('08:00:00'), 1],
      [at('08:05:00'), 1],
      [at('08:10:00'), 1],
    ]);
    expect(meter?.longestGap).toEqual({ from: shown('08:00:00'), seconds: 300 });
  });
});

describe('the hours', () => {
  it('add up the means of meters, and take off what is exported', async () => {
    const site = await addSite();
    await addMeter(site, [
      [at('10:00:00'), 100],
      [at('10:59:59.999'), 300],
      [at('11:00:00'), 50],
    ]);
    await addMeter(site, [[at('10:30:00'), 1000]]);
    await addMeter(
      site,
      [
        [at('10:30:00'), 250],
        [at('11:30:00'), 250],
      ],
      { kind: 'export' },
    );
    const { hours } = await dashboard(site);
    expect(hours.slice(9, 13)).toEqual([0, 950, -200, 0]);
    expect(hours).toHaveLength(24);
  });

  it('are rounded at the end and not before', async () => {
    const site = await addSite();
    const half: Reading[] = [
      [at('10:00:00'), 10],
      [at('10:01:00'), 11],
    ];
    for (let count = 0; count < 3; count += 1) await addMeter(site, half);
    expect((await dashboard(site)).hours[10]).toBe(32);
    await addMeter(site, half);
    expect((await dashboard(site)).hours[10]).toBe(42);
    const roof = await addSite();
    await addMeter(roof, half, { kind: 'export' });
    expect((await dashboard(roof)).hours[10]).toBe(-11);
  });
});

describe('all numbers', () => {
  it('agree with a count by hand over a random day', async () => {
    const random = lehmer(20_260_610);
    const start = Date.parse(`${day}T00:00:00Z`);
    const site = await addSite();
    const expected: object[] = [];
    const hours = [...quiet];
    for (let count = 0; count < 4; count += 1) {
      const times: number[] = [];
      for (let time = start + random(3_600_000); time < start + 86_400_000;) {
        times.push(time);
        time += 1000 + random(1_500_000);
      }
      const readings = times.map((time) => ({ time, watts: random(5000) }));
      const kind = count === 3 ? 'export' : 'import';
      const name = `M${count}`;
      const id = await addMeter(
        site,
        readings.map(({ time, watts }) => [new Date(time).toISOString(), watts]),
        { name, kind },
      );
      const quarters = readings.map(({ time }) => ({
        time,
        watts: mean(
          readings
            .filter((one) => one.time >= time && one.time < time + 900_000)
            .map(({ watts }) => watts),
        ),
      }));
      const peak = quarters.toSorted((a, b) => b.watts - a.watts)[0];
      const gap = times
        .slice(1)
        .map((time, index) => ({ from: times[index] ?? 0, ms: time - (times[index] ?? 0) }))
        .toSorted((a, b) => b.ms - a.ms)[0];
      for (let hour = 0; hour < 24; hour += 1) {
        const watts = readings
          .filter(({ time }) => new Date(time).getUTCHours() === hour)
          .map((one) => one.watts);
        if (watts.length > 0)
          hours[hour] = (hours[hour] ?? 0) + (kind === 'export' ? -1 : 1) * mean(watts);
      }
      expected.push({
        id,
        name,
        kind,
        readings: readings.length,
        averageWatts: Math.round(mean(readings.map(({ watts }) => watts))),
        lastReadAt: new Date(times.at(-1) ?? 0).toISOString(),
        peak: {
          from: new Date(peak?.time ?? 0).toISOString(),
          watts: Math.round(peak?.watts ?? 0),
        },
        longestGap: {
          from: new Date(gap?.from ?? 0).toISOString(),
          seconds: Math.floor((gap?.ms ?? 0) / 1000),
        },
      });
    }
    const found = await dashboard(site);
    expect(found.meters).toEqual(expected);
    expect(found.hours).toEqual(
      hours.map((watts) => Math.sign(watts) * Math.round(Math.abs(watts)) || 0),
    );
  });
});

describe('what is asked for', () => {
  it('has to exist and to be a date', async () => {
    for (const id of ['999999', '0', '-1', 'x', '1e3', '99999999999']) {
      const res = await api.get(`/sites/${id}/dashboard?day=${day}`);
      expect([id, res.status, res.body]).toEqual([
        id,
        404,
        { error: { code: 'not_found', message: forPeople } },
      ]);
    }
    const queries = [
      '',
      '?day=',
      '?day=today',
      '?day=2026-02-30',
      '?day=2026-6-1',
      '?day=2026-06-10T00:00',
    ];
    for (const query of queries) {
      const res = await api.get(`/sites/1/dashboard${query}`);
      expect([query, res.status, res.body]).toEqual([
        query,
        422,
        { error: { code: 'validation_failed', message: forPeople } },
      ]);
    }
  });
});

describe('the budget', () => {
  it('is kept by a site with many meters and a long history', async () => {
    const site = await addSite();
    const first = 500_000;
    await postgres.query(
      `INSERT INTO meters SELECT $1::integer + n, $2, 'M' || n, 'import' FROM generate_series(1, 40) AS n`,
      [first, site],
    );
    await postgres.query(
      `INSERT INTO readings
       SELECT $1::integer + meter, '2026-06-08Z'::timestamptz + n * interval '5 minutes', n % 97
       FROM generate_series(1, 40) AS meter, generate_series(1, 1000) AS n`,
      [first],
    );
    const found = await dashboard(site);
    const rows = postgres.queries.reduce((sum, query) => sum + query.rows, 0);

    expect(found.meters).toHaveLength(40);
    expect(new Set(found.meters.map(({ readings }) => readings))).toEqual(new Set([288]));
    expect(postgres.queries.length).toBeLessThanOrEqual(4);
    expect(rows).toBeLessThanOrEqual(70);
  });

  it('is kept by one meter that is read every ten seconds', async () => {
    const site = await addSite();
    const meter = await addMeter(site);
    await postgres.query(
      `INSERT INTO readings
       SELECT $1, $2::timestamptz + n * interval '10 seconds', 100 + CASE WHEN n BETWEEN 5000 AND 5089 THEN 50 ELSE 0 END
       FROM generate_series(0, 8639) AS n`,
      [meter, `${day}T00:00:00Z`],
    );
    const [found] = (await dashboard(site)).meters;
    expect(found).toMatchObject({
      readings: 8640,
      averageWatts: 101,
      peak: { from: shown('13:53:20'), watts: 150 },
      longestGap: { from: shown('00:00:00'), seconds: 10 },
    });
    expect(postgres.queries.length).toBeLessThanOrEqual(4);
    expect(postgres.queries.reduce((sum, query) => sum + query.rows, 0)).toBeLessThanOrEqual(31);
  });
});
