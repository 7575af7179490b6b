import {
  contract,
  expand,
  final,
  type Invoice,
  type InvoiceStore,
  type Money,
  revert,
  transition,
} from 'solution';
import { clock, postgres, restart } from 'world';
import {
  attached,
  changedInvoices,
  changes,
  columns,
  columnsAfter,
  columnsBefore,
  euros,
  fill,
  isRefused,
  migrate,
  old,
  pause,
  setUp,
  tableFile,
  totalOf,
  writtenSums,
} from './office.ts';

/** Few where their number does not matter, for the tests' sake. */
const few = 100;
const many = 1_200;

/** Does `step`, killing the process at its first statement, then at its second, …, and checks what is left. */
async function killAtEach(
  step: () => Promise<unknown>,
  check: () => Promise<void>,
): Promise<number> {
  for (let skip = 0; ; skip += 1) {
    const crash = postgres.crash({ skip });
    await step().catch(() => {});
    if (crash.failed === 0) {
      postgres.recover();
      return skip;
    }
    await check();
  }
}

describe('expand', () => {
  beforeEach(() => setUp(few));

  it('leaves the old version at work', async () => {
    await expand();
    const id = await old.create('Ada', '5.00 EUR');
    await old.change(id, '6,5 EUR');
    await old.change(1, '7 CHF');

    expect(await old.read(id)).toBe('6,5 EUR');
    expect(await old.read(1)).toBe('7 CHF');
    expect(await old.read(3)).toBe('3,3 CHF');
  });

  it('changes no invoice and does not write the table anew', async () => {
    const file = await tableFile();
    await expand();
    expect(await changedInvoices()).toBe(0);
    expect(await tableFile()).toBe(file);
  });

  it('may be run again, also when it was killed', async () => {
    await killAtEach(
      () => expand(),
      async () => {
        expect(await old.read(await old.create('Ada', '5.00 EUR'))).toBe('5.00 EUR');
      },
    );
    const id = await transition.create({ customer: 'Bob', total: euros(100) });
    await expand();
    expect(await totalOf(transition, id)).toEqual(euros(100));
    expect(await old.read(id)).toBe('1.00 EUR');
  });
});

describe('side by side', () => {
  beforeEach(() => setUp(few));

  it('read every way in which the old version writes', async () => {
    const ways: [text: string, total: Invoice['total']][] = [
      ['1234567.89 EUR', euros(123_456_789)],
      ['1.15 EUR', euros(115)],
      ['0,29 EUR', euros(29)],
      ['-0.50 EUR', euros(-50)],
      ['-3,7 CHF', { cents: -370, currency: 'CHF' }],
      ['  12 USD ', { cents: 1_200, currency: 'USD' }],
      ['0.07 EUR', euros(7)],
      ['999999999.99 EUR', euros(99_999_999_999)],
      ['1.234,50 EUR', null],
      ['1234567890 EUR', null],
      ['12.345 EUR', null],
      ['12 eur', null],
      ['EUR 12', null],
      ['12.50EUR', null],
      ['', null],
    ];
    const read = async (store: InvoiceStore, ids: number[]) => {
      const totals: typeof ways = [];
      for (const id of ids) totals.push([await old.read(id), await totalOf(store, id)]);
      return totals;
    };
    const create = async () => {
      const ids: number[] = [];
      for (const [text] of ways) ids.push(await old.create('Ada', text));
      return ids;
    };
    const before = await create();
    await expand();
    const since = await create();
    for (const ids of [before, since]) expect(await read(transition, ids)).toEqual(ways);
    const unreadable = (ids: number[]) => ids.filter((_id, index) => ways[index]?.[1] === null);
    expect(await fill()).toEqual([...unreadable(before), ...unreadable(since)]);
    for (const ids of [before, since])
      for (const store of [transition, final]) expect(await read(store, ids)).toEqual(ways);
  });

  it('write amounts as the old version reads them', async () => {
    await expand();
    const ways: [Money, string][] = [
      [euros(1_284), '12.84 EUR'],
      [euros(-5), '-0.05 EUR'],
      [euros(-12_345), '-123.45 EUR'],
      [euros(0), '0.00 EUR'],
      [euros(99_999_999_999), '999999999.99 EUR'],
      [{ cents: 7, currency: 'CHF' }, '0.07 CHF'],
    ];
    for (const [total, text] of ways) {
      const created = await transition.create({ customer: 'Ada', total });
      expect(await transition.changeTotal(20, total)).toBe(true);
      for (const id of [created, 20])
        expect([await old.read(id), await totalOf(transition, id)]).toEqual([text, total]);
    }
  });

  it('agree about every change, before the backfill and after it', async () => {
    await expand();
    for (let round = 1; round <= 3; round += 1) {
      await old.change(30, `${round}.10 EUR`);
      expect(await totalOf(transition, 30)).toEqual(euros(100 * round + 10));
      await transition.changeTotal(30, { cents: round, currency: 'CHF' });
      expect(await old.read(30)).toBe(`0.0${round} CHF`);
      await old.change(31, `${round},5 CHF`);
      await fill();
      expect(await totalOf(transition, 30)).toEqual({ cents: round, currency: 'CHF' });
      expect(await totalOf(transition, 31)).toEqual({ cents: 100 * round + 50, currency: 'CHF' });
    }
    await old.change(31, 'unknown');
    expect(await totalOf(transition, 31)).toBeNull();
    await transition.changeTotal(31, euros(31));
    expect(await totalOf(transition, 31)).toEqual(euros(31));
    expect(await old.read(31)).toBe('0.31 EUR');
  });

  it('sum all invoices in every phase', async () => {
    await setUp(many);
    await expand();
    expect(await transition.sums()).toEqual(await writtenSums());
    await old.change(1_000, 'unknown');
    const without = await writtenSums();
    expect(await transition.sums()).toEqual(without);

    const filling = fill();
    for (let round = 0; round < 5; round += 1) {
      await pause(70);
      expect(await transition.sums()).toEqual(without);
    }
    await filling;
    expect(await transition.sums()).toEqual(without);
    await transition.changeTotal(1_000, { cents: 50, currency: 'USD' });
    const sums = { ...without, USD: 50 };
    for (const store of [transition, final]) expect(await store.sums()).toEqual(sums);
    await contract();
    expect(await final.sums()).toEqual(sums);
  });

  it('are the transition version and the final one, too', async () => {
    await migrate();
    const stores: InvoiceStore[] = [transition, final];
    for (const [writes, reads] of [stores, stores.toReversed()]) {
      const total = { cents: -1_999, currency: 'CHF' };
      const id = (await writes?.create({ customer: 'Ada', total })) ?? 0;
      expect(await reads?.find(id)).toEqual({ id, customer: 'Ada', total });
      expect(await writes?.changeTotal(40, total)).toBe(true);
      expect(await reads?.find(40)).toEqual({ id: 40, customer: 'customer 40', total });
      expect(await reads?.changeTotal(40, euros(40))).toBe(true);
      expect(await writes?.find(40)).toMatchObject({ total: euros(40) });
    }
    expect(await transition.sums()).toEqual(await final.sums());
  });

  it('know which invoices there are', async () => {
    await migrate();
    for (const store of [transition, final]) {
      expect(await store.find(few + 10)).toBeUndefined();
      expect(await store.changeTotal(few + 10, euros(1))).toBe(false);
    }
  });
});

describe('backfill', () => {
  beforeEach(() => setUp(many));

  it('changes at most 500 invoices at a time, with time between', async () => {
    await expand();
    await fill();
    const made = await changes();
    for (const { invoices } of made) expect(invoices).toBeLessThanOrEqual(500);
    const times = made.map(({ atMs }) => atMs);
    for (const [index, atMs] of times.slice(1).entries())
      expect(atMs - (times[index] ?? 0)).toBeGreaterThanOrEqual(100);
  });

  it('sends at most one statement for 50 invoices', async () => {
    await expand();
    const before = postgres.queries.length;
    await fill();
    expect(postgres.queries.length - before).toBeLessThanOrEqual(many / 50);
    expect(await final.sums()).toEqual(await writtenSums());
  });

  it('loses nothing that others write meanwhile', async () => {
    /** Several times, because the seed decides what comes between what. */
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await setUp(many);
      await expand();
      const written = new Map<number, string>();
      /** Looks at invoices and changes others, all over the table; no two at work have one in common. */
      const work = async (start: number) => {
        for (let step = start; step < start + 15; step += 5) {
          const ids = [0, 1, 2, 3, 4].map((part) => 1 + (((step + part) * 7_919) % many));
          const [last = 0, ...others] = ids;
          await transition.find(last);
          for (const id of others) {
            written.set(id, `${step}.10 EUR`);
            await old.change(id, `${step}.10 EUR`);
          }
          written.set(last, `${step}.20 CHF`);
          await transition.changeTotal(last, { cents: step * 100 + 20, currency: 'CHF' });
        }
      };
      let filling = true;
      const done = fill().then(() => (filling = false));
      for (let start = 0; filling; start += 45) {
        await Promise.all([start, start + 15, start + 30].map(work));
        await pause(50);
      }
      await done;
      expect(await fill()).toEqual([]);

      const rows = await postgres.query('SELECT id, total, total_cents, currency FROM invoices');
      const wrong = rows.filter(({ id, total, total_cents: cents, currency }) => {
        const text = written.get(Number(id));
        if (text === undefined) return cents === null;
        const filled = `${(Number(cents) / 100).toFixed(2)} ${String(currency)}`;
        return total !== text || filled !== text;
      });
      expect(wrong).toEqual([]);
      expect(written.size).toBeGreaterThan(100);
    }
  });

  it('catches up with what the old version has written since', async () => {
    await migrate();
    await old.change(50, '50.50 CHF');
    const id = await old.create('Ada', '0,5 EUR');
    expect(await fill()).toEqual([]);
    expect(await totalOf(final, 50)).toEqual({ cents: 5_050, currency: 'CHF' });
    expect(await totalOf(final, id)).toEqual(euros(50));
  });

  it('names what it cannot read each time, and fills in the rest', async () => {
    await expand();
    for (const id of [1, 2, 3, 900, many]) await old.change(id, `unknown ${id}`);
    const first = await fill();
    expect(first).toEqual([1, 2, 3, 900, many]);
    await transition.changeTotal(900, euros(900));
    await old.change(3, '3 EUR');
    expect(await fill()).toEqual([1, 2, many]);
    expect(await totalOf(final, 899)).toEqual(euros(89_971));
    expect(await totalOf(final, 3)).toEqual(euros(300));
    expect(await old.read(1)).toBe('unknown 1');
  });

  it('goes on where it was killed', async () => {
    const sums = await writtenSums();
    await expand();
    await killAtEach(
      () => fill(),
      async () => expect(await transition.sums()).toEqual(sums),
    );
    expect(await changedInvoices()).toBeLessThanOrEqual(many);
    expect(await final.sums()).toEqual(sums);
  });

  it('changes nothing when it is run again', async () => {
    await migrate();
    const before = await changedInvoices();
    await restart();
    expect(await fill()).toEqual([]);
    expect(await changedInvoices()).toBe(before);
  });
});

describe('contract', () => {
  beforeEach(() => setUp(few));

  it('leaves the new columns and nothing of the migration', async () => {
    const sums = await writtenSums();
    await migrate();
    const file = await tableFile();
    await contract();
    expect(await columns()).toEqual(columnsAfter);
    expect(await attached()).toEqual([]);
    expect(await tableFile()).toBe(file);
    expect(await final.sums()).toEqual(sums);
  });

  it('lets the final version go on', async () => {
    await migrate();
    const id = await final.create({ customer: 'Ada', total: euros(1) });
    await contract();
    expect(await final.changeTotal(id, { cents: -2, currency: 'CHF' })).toBe(true);
    expect(await final.find(id)).toEqual({
      id,
      customer: 'Ada',
      total: { cents: -2, currency: 'CHF' },
    });
    const later = await final.create({ customer: 'Bob', total: euros(3) });
    expect(await totalOf(final, later)).toEqual(euros(3));
  });

  it('refuses to lose an amount that nobody can read, and changes nothing', async () => {
    await expand();
    await old.change(60, 'about 20 EUR');
    await fill();
    expect(await isRefused(contract())).toBe(true);

    expect(await old.read(60)).toBe('about 20 EUR');
    await old.change(61, 'about 30 EUR');
    expect(await old.read(await old.create('Ada', '1 EUR'))).toBe('1 EUR');
    expect(await fill()).toEqual([60, 61]);
    await final.changeTotal(60, euros(2_000));
    await transition.changeTotal(61, euros(3_000));
    await contract();
    expect(await totalOf(final, 60)).toEqual(euros(2_000));
    expect(await totalOf(final, 61)).toEqual(euros(3_000));
  });

  it('refuses before the backfill', async () => {
    const sums = await writtenSums();
    await expand();
    expect(await isRefused(contract())).toBe(true);
    expect(await old.read(1)).toBe('1 EUR');
    await fill();
    await contract();
    expect(await final.sums()).toEqual(sums);
  });

  it('happens or does not, wherever it is killed', async () => {
    await migrate();
    let added = 0;
    const add = async (store: InvoiceStore) => {
      await store.create({ customer: 'Ada', total: euros(100) });
      added += 1;
    };
    const statements = await killAtEach(
      () => contract(),
      async () => {
        await add(final);
        expect(await final.changeTotal(70, euros(7_000))).toBe(true);
        if ((await columns()).includes('total text NOT NULL')) await add(transition);
      },
    );
    expect(statements).toBeGreaterThan(0);
    expect(await columns()).toEqual(columnsAfter);
    expect(await attached()).toEqual([]);
    expect(await totalOf(final, 70)).toEqual(euros(7_000));
    const rows = await postgres.query('SELECT total_cents FROM invoices WHERE id > $1', [few]);
    expect(rows.map(({ total_cents: cents }) => Number(cents))).toEqual(
      Array.from({ length: added }, () => 100),
    );
    await contract();
  });
});

describe('revert', () => {
  beforeEach(() => setUp(few));

  it('gives the old version its table back, with every amount', async () => {
    const file = await tableFile();
    await expand();
    const id = await transition.create({ customer: 'Ada', total: euros(-1) });
    const filling = fill();
    await transition.changeTotal(80, { cents: 80, currency: 'CHF' });
    await filling;
    await transition.changeTotal(81, euros(8_150));
    await old.change(82, 'about 82');
    await revert();

    expect(await columns()).toEqual(columnsBefore);
    expect(await attached()).toEqual([]);
    expect(await tableFile()).toBe(file);
    expect(await old.read(id)).toBe('-0.01 EUR');
    expect(await old.read(80)).toBe('0.80 CHF');
    expect(await old.read(81)).toBe('81.50 EUR');
    expect(await old.read(82)).toBe('about 82');
    expect(await old.read(await old.create('Bob', '9 EUR'))).toBe('9 EUR');
  });

  it('may be run again, also when it was killed, and be followed by another attempt', async () => {
    await migrate();
    await transition.changeTotal(90, euros(9_000));
    await killAtEach(
      () => revert(),
      async () => {
        expect(await old.read(90)).toBe('90.00 EUR');
      },
    );
    await revert();
    expect(await columns()).toEqual(columnsBefore);

    await clock.advance(86_400_000);
    await old.change(90, '91 EUR');
    await migrate();
    expect(await totalOf(final, 90)).toEqual(euros(9_100));
    await contract();
    expect(await columns()).toEqual(columnsAfter);
  });

  it('is refused after contract', async () => {
    const sums = await writtenSums();
    await migrate();
    await contract();
    expect(await isRefused(revert())).toBe(true);
    expect(await columns()).toEqual(columnsAfter);
    expect(await final.sums()).toEqual(sums);
  });
});
