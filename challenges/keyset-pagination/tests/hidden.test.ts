import { api, postgres } from 'world';
import { follow, ids, list, type Page, raise, walk } from './alarmList.ts';

const forPeople = expect.stringMatching(/\w+ \w+/);
let stations = 0;
/** Each test works at a station of its own. */
let station = '';

beforeEach(() => {
  stations += 1;
  station = `H-${stations}`;
});

/** Raises alarms at these times, and gives their ids as the list has to show them. */
async function raiseAt(times: string[], severity = 3): Promise<number[]> {
  const raised: { id: number; time: string }[] = [];
  for (const time of times) raised.push({ id: await raise(station, time, severity), time });
  return raised
    .toSorted((a, b) => (a.time === b.time ? b.id - a.id : a.time < b.time ? 1 : -1))
    .map(({ id }) => id);
}

async function remove(...gone: (number | undefined)[]): Promise<void> {
  for (const id of gone) await postgres.query('DELETE FROM alarms WHERE id = $1', [id]);
}

const seconds = (count: number) =>
  Array.from({ length: count }, (_, second) => `2026-02-01T10:00:${10 + second}.000000Z`);
const sameMicrosecond = (count: number) =>
  Array.from({ length: count }, () => '2026-02-01T10:00:00.000001Z');

function pagesOf(all: number[], limit: number): number[][] {
  return Array.from({ length: Math.ceil(all.length / limit) }, (_, page) =>
    all.slice(page * limit, (page + 1) * limit),
  );
}

async function lastPage(query: string): Promise<Page> {
  for (let page = await list(query); ;) {
    if (page.next === null) return page;
    page = await list(`${query}&after=${encodeURIComponent(page.next)}`);
  }
}

async function expectRefused(query: string, parameter: string): Promise<void> {
  const res = await api.get(`/alarms?${query}`);
  expect([query, res.status, res.body]).toEqual([
    query,
    400,
    { error: { parameter, message: forPeople } },
  ]);
}

describe('paging', () => {
  it('shows every alarm once, in order, with any limit', async () => {
    const all = await raiseAt(seconds(9).reverse());
    for (const limit of [1, 2, 3, 4, 8, 9, 10, 100]) {
      const query = `station=${station}&limit=${limit}`;
      expect([limit, await walk(query)]).toEqual([limit, pagesOf(all, limit)]);
    }
  });

  it('shows alarms of the same microsecond exactly once', async () => {
    const all = await raiseAt(sameMicrosecond(9));
    for (const limit of [1, 2, 4]) {
      for (const sort of ['newest', 'severity']) {
        const query = `station=${station}&limit=${limit}&sort=${sort}`;
        expect([query, await walk(query)]).toEqual([query, pagesOf(all, limit)]);
      }
    }
  });

  it('tells alarms of the same millisecond apart', async () => {
    const times = [5, 999, 1, 500, 0, 501, 2].map(
      (micros) => `2026-02-01T10:00:00.007${String(micros).padStart(3, '0')}Z`,
    );
    const all = await raiseAt(times);
    for (const limit of [1, 2, 3]) {
      for (const sort of ['newest', 'severity']) {
        const query = `station=${station}&limit=${limit}&sort=${sort}`;
        expect([query, await walk(query)]).toEqual([query, pagesOf(all, limit)]);
      }
    }
  });

  it('sorts by severity first where that is asked for', async () => {
    const groups: number[][] = [];
    for (const severity of [5, 4, 2, 1]) {
      const times = ['2026-02-01T10:00:00Z', `2026-02-0${severity}T11:00:00Z`];
      groups.push(await raiseAt([...times, '2026-02-01T10:00:00Z'], severity));
    }
    const all = groups.flat();
    for (const limit of [1, 2, 3, 5]) {
      const query = `station=${station}&sort=severity&limit=${limit}`;
      expect([limit, await walk(query)]).toEqual([limit, pagesOf(all, limit)]);
      const last = await lastPage(query);
      const back = await follow(query, 'previous', last);
      expect([limit, [...back.toReversed().flat(), ...ids(last)]]).toEqual([limit, all]);
    }
  });

  it('is not shifted by alarms that arrive or go', async () => {
    for (const sort of ['newest', 'severity']) {
      await postgres.query('DELETE FROM alarms WHERE station = $1', [station]);
      const all = await raiseAt(seconds(8));
      const late = await raise(station, '2026-02-01T09:00:00Z');
      let steps = 0;
      const shown = await walk(`station=${station}&limit=2&sort=${sort}`, async () => {
        steps += 1;
        await raise(station, '2026-02-01T12:00:00Z');
        if (steps === 2) await remove(all[0], all[7]);
      });
      expect([sort, shown.flat()]).toEqual([sort, [...all.slice(0, 7), late]]);
    }
  });

  it('goes on from an alarm that is gone', async () => {
    const all = await raiseAt(seconds(6));
    const query = `station=${station}&limit=2`;
    const first = await list(query);
    await remove(all[1]);
    const second = await list(`${query}&after=${first.next}`);
    expect(ids(second)).toEqual(all.slice(2, 4));

    await remove(all[2]);
    const back = await list(`${query}&before=${second.previous}`);
    expect([ids(back), back.previous]).toEqual([[all[0]], null]);
    expect(ids(await list(`${query}&after=${back.next}`))).toEqual(all.slice(3, 5));
  });

  it('shows of what arrives only what lies ahead', async () => {
    const all = await raiseAt(seconds(4));
    const query = `station=${station}&limit=2`;
    const first = await list(query);
    await raise(station, '2026-02-01T11:00:00Z');
    const ahead = await raise(station, '2026-02-01T10:00:10.5Z');

    const rest = await follow(query, 'next', first);
    expect(rest.flat()).toEqual([all[2], ahead, all[3]]);
  });

  it('lets the limit change on the way', async () => {
    const all = await raiseAt(seconds(9));
    const first = await list(`station=${station}&limit=1`);
    const second = await list(`station=${station}&limit=5&after=${first.next}`);
    expect(ids(second)).toEqual(all.slice(1, 6));
    const back = await list(`station=${station}&limit=100&before=${second.previous}`);
    expect(ids(back)).toEqual(all.slice(0, 1));
  });

  it('takes 25 alarms unless said otherwise, and covers all stations without one', async () => {
    const all = await raiseAt(Array.from({ length: 30 }, () => '2027-01-01T00:00:00Z'));
    const first = await list('');
    expect(ids(first)).toEqual(all.slice(0, 25));
    const second = await list(`after=${first.next}&limit=5`);
    expect(ids(second)).toEqual(all.slice(25));
    const { alarms } = await list(`after=${second.next}&limit=100`);
    expect(new Set(alarms.map((alarm) => alarm.station)).size).toBeGreaterThan(3);
    const times = alarms.map((alarm) => Date.parse(alarm.raisedAt));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    await postgres.query('DELETE FROM alarms WHERE station = $1', [station]);
  });
});

describe('going back', () => {
  it('gives the page directly before', async () => {
    const all = await raiseAt(seconds(9));
    for (const sort of ['newest', 'severity']) {
      const query = `station=${station}&limit=2&sort=${sort}`;
      const back = await follow(query, 'previous', await lastPage(query));
      expect([sort, back]).toEqual([
        sort,
        [all.slice(6, 8), all.slice(4, 6), all.slice(2, 4), all.slice(0, 2)],
      ]);
    }
  });

  it('keeps alarms of the same microsecond apart', async () => {
    const all = await raiseAt(sameMicrosecond(7));
    const query = `station=${station}&limit=3`;
    const back = await follow(query, 'previous', await lastPage(query));
    expect(back).toEqual([all.slice(3, 6), all.slice(0, 3)]);
  });

  it('and forward again shows the same page', async () => {
    const all = await raiseAt(seconds(6));
    const query = `station=${station}&limit=2`;
    const back = await list(`${query}&before=${(await lastPage(query)).previous}`);
    expect(ids(back)).toEqual(all.slice(2, 4));
    expect(ids(await list(`${query}&after=${back.next}`))).toEqual(all.slice(4));
  });

  it('shows alarms that arrived in front of the reader', async () => {
    const all = await raiseAt(seconds(4));
    const query = `station=${station}&limit=2`;
    const second = await list(`${query}&after=${(await list(query)).next}`);
    const arrived = await raise(station, '2026-02-01T11:00:00Z');

    expect(await follow(query, 'previous', second)).toEqual([all.slice(0, 2), [arrived]]);
  });
});

describe('the ends', () => {
  it('are known, also when the last page is full', async () => {
    await raiseAt(seconds(4));
    const query = `station=${station}&limit=2`;
    const first = await list(query);
    expect([first.previous, typeof first.next]).toEqual([null, 'string']);
    const second = await list(`${query}&after=${first.next}`);
    expect([typeof second.previous, second.next]).toEqual(['string', null]);
    const back = await list(`${query}&before=${second.previous}`);
    expect([back.previous, typeof back.next]).toEqual([null, 'string']);
  });

  it('are where the list ends now', async () => {
    const all = await raiseAt(seconds(4));
    const query = `station=${station}&limit=2`;
    const second = await list(`${query}&after=${(await list(query)).next}`);
    await remove(all[2], all[3]);
    const back = await list(`${query}&before=${second.previous}`);
    expect([ids(back), back.next, back.previous]).toEqual([all.slice(0, 2), null, null]);
  });

  it('of an empty page are both null', async () => {
    const empty = { alarms: [], next: null, previous: null };
    expect(await list(`station=${station}`)).toEqual(empty);

    const all = await raiseAt(seconds(3));
    const query = `station=${station}&limit=2`;
    const first = await list(query);
    await remove(all[2]);
    expect(await list(`${query}&after=${first.next}`)).toEqual(empty);
  });

  it('of one station are not those of another', async () => {
    const other = `${station}-other`;
    const all = await raiseAt(seconds(2));
    await raise(other, '2026-02-01T00:00:00Z');
    await raise(other, '2026-02-02T00:00:00Z');
    const page = await list(`station=${station}&limit=2`);

    expect([ids(page), page.next, page.previous]).toEqual([all, null, null]);
    const first = await list(`station=${station}&limit=1`);
    const second = await list(`station=${station}&limit=1&after=${first.next}`);
    expect([second.next, typeof second.previous]).toEqual([null, 'string']);
    const back = await list(`station=${station}&limit=1&before=${second.previous}`);
    expect([ids(back), back.previous]).toEqual([all.slice(0, 1), null]);
  });
});

describe('cursors', () => {
  it('belong to the sort and the station that they were made for', async () => {
    await raiseAt(seconds(4));
    const newest = (await list(`station=${station}&limit=2`)).next;
    const severity = (await list(`station=${station}&limit=2&sort=severity`)).next;
    const everywhere = (await list('limit=2')).next;

    await expectRefused(`station=${station}&sort=severity&after=${newest}`, 'after');
    await expectRefused(`station=${station}&sort=newest&after=${severity}`, 'after');
    await expectRefused(`station=${station}&before=${everywhere}`, 'before');
    await expectRefused(`station=S-101&after=${newest}`, 'after');
    await expectRefused(`after=${newest}`, 'after');
    expect((await list(`station=${station}&sort=newest&after=${newest}`)).alarms).toHaveLength(2);
  });

  it('that nobody made are refused', async () => {
    const made = [
      '',
      '0',
      '25',
      'nonsense',
      '%00',
      '%F0%9F%9A%A8',
      'null',
      'e30',
      'W10',
      'bnVsbA',
      'WyJuZXdlc3QiLG51bGwsbnVsbF0',
      '2026-01-31T23:12:45.123Z',
      "')--",
      'x'.repeat(2000),
    ];
    for (const cursor of made) {
      await expectRefused(`after=${cursor}`, 'after');
      await expectRefused(`before=${cursor}&sort=severity`, 'before');
    }
  });

  it('that were damaged are refused and never break the service', async () => {
    const all = await raiseAt(seconds(4));
    for (const sort of ['newest', 'severity']) {
      const query = `station=${station}&limit=2&sort=${sort}`;
      const cursor = String((await list(query)).next);
      const damaged = Array.from(cursor, (_, at) => {
        const other = ['9', 'z', '-'][at % 3];
        return `${cursor.slice(0, at)}${other}${at % 5 === 0 ? '' : cursor.slice(at + 1)}`;
      });
      for (const given of damaged) {
        const { status } = await api.get(`/alarms?${query}&after=${given}`);
        expect([given, status === 200 || status === 400]).toEqual([given, true]);
      }
      expect(ids(await list(`${query}&after=${cursor}`))).toEqual(all.slice(2));
    }
  });
});

describe('parameters', () => {
  it('that make no sense are named', async () => {
    for (const [query, parameter] of [
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=-1', 'limit'],
      ['limit=2.5', 'limit'],
      ['limit=ten', 'limit'],
      ['limit=5x', 'limit'],
      ['limit=', 'limit'],
      ['limit=1e1', 'limit'],
      ['limit=1&limit=2', 'limit'],
      ['sort=oldest', 'sort'],
      ['sort=', 'sort'],
      ['sort=constructor', 'sort'],
      ['sort=newest&sort=newest', 'sort'],
      ['station=', 'station'],
      ['station=S-100&station=S-101', 'station'],
      ['after=a&after=b', 'after'],
      ['before=a&before=b', 'before'],
    ] as const) {
      await expectRefused(query, parameter);
    }
    await raiseAt(seconds(4));
    const first = await list(`station=${station}&limit=1`);
    const middle = await list(`station=${station}&limit=1&after=${first.next}`);
    await expectRefused(
      `station=${station}&after=${middle.next}&before=${middle.previous}`,
      'before',
    );
    expect((await list('limit=1')).alarms).toHaveLength(1);
    expect((await list('limit=100')).alarms.length).toBeGreaterThan(3);
  });

  it('are data and not SQL, and those unknown mean nothing', async () => {
    const [only] = await raiseAt(seconds(1));
    const { alarms } = await list(`station=${encodeURIComponent(`${station}' OR 'a' = 'a`)}`);
    expect(alarms).toEqual([]);
    expect(ids(await list(`station=${station}&color=red`))).toEqual([only]);
  });
});

describe('the budget', () => {
  it('is kept at any depth', async () => {
    await postgres.query(
      `INSERT INTO alarms (station, severity, message, raised_at)
       SELECT $1, 1 + n % 5, 'Voltage low', '2026-03-01Z'::timestamptz + n / 7 * interval '1 second'
       FROM generate_series(1, 800) AS n`,
      [station],
    );
    for (const sort of ['newest', 'severity']) {
      let seen = 0;
      const read = async (link: string): Promise<Page> => {
        const before = postgres.queries.length;
        const page = await list(`station=${station}&limit=100&sort=${sort}${link}`);
        const sent = postgres.queries.slice(before);
        expect(sent.length).toBeLessThanOrEqual(2);
        expect(sent.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(102);
        seen += page.alarms.length;
        return page;
      };
      let page = await read('');
      while (page.next && seen < 800) page = await read(`&after=${encodeURIComponent(page.next)}`);
      expect([sort, seen]).toEqual([sort, 800]);
      while (page.previous && seen < 1500)
        page = await read(`&before=${encodeURIComponent(page.previous)}`);
      expect([sort, seen]).toEqual([sort, 1500]);
    }
  });
});
