import { api, clock } from 'world';
import {
  balance,
  cancel,
  cooked,
  mails,
  type NewOrder,
  type Order,
  order,
  placed,
  topUp,
} from './families.ts';

const forPeople = expect.stringMatching(/\w+ \w+/);
let tests = 0;
/** Each test has a family and a date of its own. */
let [family, date] = ['', ''];

beforeEach(() => {
  tests += 1;
  [family, date] = [`family-${tests}`, `2027-01-${String(tests).padStart(2, '0')}`];
});

const day = (more: Partial<NewOrder> = {}): NewOrder => ({ family, date, ...more });
const refusal = ({ status, body }: { status: number; body: unknown }) => [status, body];
const error = (code: string) => ({ error: { code, message: forPeople } });
const ids = (answers: { body: { id: string } }[]) => answers.map(({ body }) => body.id);

describe('ticket 1', () => {
  it('a family that orders twice at once pays twice, and never more than it has', async () => {
    await topUp(family, 2000);
    const both = await Promise.all([order(day({ meal: 'curry' })), order(day({ meal: 'soup' }))]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await balance(family)).toBe(2000 - 550 - 320);

    const poor = `${family}-poor`;
    await topUp(poor, 500);
    const answers = await Promise.all([1, 2, 3].map(() => order(day({ family: poor }))));
    const sorted = answers.toSorted((a, b) => a.status - b.status);
    expect(sorted.map(({ status }) => status)).toEqual([201, 402, 402]);
    expect(sorted[1]?.body).toEqual(error('insufficient_balance'));
    expect(await balance(poor)).toBe(10);
    expect(await cooked(date)).toHaveLength(3);
  });

  it('a family gets its money back when the meal is sold out', async () => {
    await topUp(family, 10_000);
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => order(day())));
    const soldOut = answers.filter(({ status }) => status === 409);

    expect(soldOut.map(({ body }) => body)).toEqual([error('sold_out'), error('sold_out')]);
    expect(await balance(family)).toBe(10_000 - 5 * 490);
    expect(await cooked(date)).toHaveLength(5);
    expect((await order(day({ meal: 'soup' }))).status).toBe(201);
    expect((await order(day({ date: '2028-01-01' }))).status).toBe(201);
  });

  it('a top-up that arrives while an order is placed is not lost', async () => {
    await topUp(family, 490);
    const [res] = await Promise.all([order(day()), topUp(family, 300), topUp(family, 200)]);
    expect(res.status).toBe(201);
    expect(await balance(family)).toBe(500);
  });
});

describe('ticket 2', () => {
  it('an order is refunded once, however often cancelling is asked for', async () => {
    await topUp(family, 1000);
    const { id } = await placed(day());
    const answers = await Promise.all([1, 2, 3].map(() => cancel(id)));
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual([
      [200, 'cancelled'],
      [200, 'cancelled'],
      [200, 'cancelled'],
    ]);
    await clock.advance(1000);
    expect((await cancel(id)).body).toMatchObject({ id, status: 'cancelled', priceCents: 490 });
    expect(await balance(family)).toBe(1000);
  });

  it('an order gives its place back once', async () => {
    await topUp(family, 10_000);
    const orders: Order[] = [];
    for (let count = 0; count < 5; count += 1) orders.push(await placed(day({ meal: 'salad' })));
    expect((await order(day({ meal: 'salad' }))).status).toBe(409);
    await Promise.all([1, 2, 3].map(() => cancel(orders[2]?.id ?? '')));
    await clock.advance(1000);

    expect((await order(day({ meal: 'salad' }))).status).toBe(201);
    expect((await order(day({ meal: 'salad' }))).status).toBe(409);
    expect(await balance(family)).toBe(10_000 - 5 * 290);
  });
});

describe('ticket 3', () => {
  it('the price of siblings is rounded to the nearest cent', async () => {
    await topUp(family, 10_000);
    await placed(day({ child: 'Ada', meal: 'soup' }));
    const prices = [];
    for (const meal of ['pasta', 'soup', 'curry', 'salad']) {
      prices.push((await placed(day({ child: 'Ben', meal }))).priceCents);
    }
    expect(prices).toEqual([417, 272, 468, 247]);
    expect(await balance(family)).toBe(10_000 - 320 - 417 - 272 - 468 - 247);
  });

  it('the discount is for other children of the family on the same day', async () => {
    const price = async (more: Partial<NewOrder>) => (await placed(day(more))).priceCents;
    await topUp(family, 10_000);
    await topUp(`${family}-other`, 10_000);
    expect(await price({ child: 'Ada' })).toBe(490);
    expect(await price({ child: 'Ada', meal: 'soup' })).toBe(320);
    expect(await price({ child: 'Ben', date: '2028-02-01' })).toBe(490);
    expect(await price({ child: 'Ben', family: `${family}-other` })).toBe(490);
    expect(await price({ child: 'Ben', meal: 'soup' })).toBe(272);
  });

  it('an order that was cancelled makes nobody cheaper, and gives back what was paid', async () => {
    await topUp(family, 10_000);
    const ada = await placed(day({ child: 'Ada' }));
    const ben = await placed(day({ child: 'Ben' }));
    await cancel(ada.id);
    expect(await balance(family)).toBe(10_000 - 417);
    expect((await placed(day({ child: 'Ben', meal: 'soup' }))).priceCents).toBe(320);
    await cancel(ben.id);
    expect(await balance(family)).toBe(10_000 - 320);
    expect((await placed(day({ child: 'Ben' }))).priceCents).toBe(490);
  });
});

describe('ticket 4', () => {
  it('notes of one child never show up with another', async () => {
    await topUp(family, 10_000);
    const notes = [['no cheese'], ['nut allergy', 'extra sauce'], undefined];
    for (const [index, given] of notes.entries()) {
      const found = await placed(
        day({ child: `Child ${index}`, ...(given ? { notes: given } : {}) }),
      );
      expect(found.notes).toEqual(['contains gluten', ...(given ?? [])]);
    }
    expect(await cooked(date)).toEqual([
      ['Child 0', 'pasta', ['contains gluten', 'no cheese']],
      ['Child 1', 'pasta', ['contains gluten', 'nut allergy', 'extra sauce']],
      ['Child 2', 'pasta', ['contains gluten']],
    ]);
  });

  it('notes of the meal come first', async () => {
    await topUp(family, 10_000);
    expect((await placed(day({ meal: 'curry', notes: ['mild'] }))).notes).toEqual([
      'spicy',
      'contains nuts',
      'mild',
    ]);
    expect((await placed(day({ meal: 'soup', notes: ['hot'] }))).notes).toEqual(['hot']);
    expect((await placed(day({ meal: 'soup' }))).notes).toEqual([]);
    expect((await placed(day({ meal: 'salad' }))).notes).toEqual([]);
  });
});

describe('ticket 5', () => {
  it('mails go on after an address that bounces', async () => {
    await topUp(family, 10_000);
    const sent = [];
    for (const email of ['a@example.org', 'b@bounce.test', 'c@bounce.test', 'd@example.org']) {
      sent.push(await placed(day({ meal: 'soup', email })));
    }
    await clock.advance(1000);
    const [a, , , d] = sent.map(({ id }) => id);
    expect(mails()).toEqual([
      `mail to a@example.org: order ${a} placed`,
      'mail failed b@bounce.test: The mailbox does not exist.',
      'mail failed c@bounce.test: The mailbox does not exist.',
      `mail to d@example.org: order ${d} placed`,
    ]);
  });

  it('mails of a family arrive in the order of what happened', async () => {
    await topUp(family, 10_000);
    const first = await placed(day({ meal: 'soup', email: 'slow@example.org' }));
    const second = await placed(day({ meal: 'soup', email: 'quick@example.org' }));
    await cancel(first.id);
    await cancel(second.id);
    await clock.advance(2000);
    expect(mails()).toEqual([
      `mail to slow@example.org: order ${first.id} placed`,
      `mail to quick@example.org: order ${second.id} placed`,
      `mail to slow@example.org: order ${first.id} cancelled`,
      `mail to quick@example.org: order ${second.id} cancelled`,
    ]);
  });

  it('no mail goes out for what was refused or to nobody', async () => {
    await order(day({ email: 'poor@example.org' }));
    await topUp(family, 10_000);
    const { id } = await placed(day());
    await cancel(id);
    const other = await placed(day({ email: 'once@example.org' }));
    await Promise.all([cancel(other.id), cancel(other.id)]);
    await cancel(other.id);
    await clock.advance(1000);
    expect(mails()).toEqual([
      `mail to once@example.org: order ${other.id} placed`,
      `mail to once@example.org: order ${other.id} cancelled`,
    ]);
  });

  it('requests do not wait for mails', async () => {
    await topUp(family, 10_000);
    const before = clock.now();
    for (let count = 0; count < 4; count += 1) {
      await placed(day({ meal: 'soup', email: 'slow@example.org' }));
    }
    expect(clock.now() - before).toBeLessThan(400);
    await clock.advance(5000);
  });
});

describe('ticket 6', () => {
  it('the week of the kitchen crosses months and years', async () => {
    await topUp(family, 50_000);
    const week = async (monday: string) =>
      (await api.get(`/kitchen/week/${monday}`)).body.days.map(
        (one: { date: string; count: number }) => [one.date, one.count],
      );
    for (const placedOn of ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-03', '2026-04-03']) {
      await placed(day({ date: placedOn, meal: 'soup' }));
    }
    const { id } = await placed(day({ date: '2026-04-02' }));
    await cancel(id);
    expect(await week('2026-03-30')).toEqual([
      ['2026-03-30', 1],
      ['2026-03-31', 1],
      ['2026-04-01', 1],
      ['2026-04-02', 0],
      ['2026-04-03', 2],
    ]);
    const dates = async (monday: string) => (await week(monday)).map(([one]: [string]) => one);
    expect(await dates('2025-12-29')).toEqual([
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ]);
    expect((await dates('2028-02-28')).slice(1, 3)).toEqual(['2028-02-29', '2028-03-01']);
    expect((await dates('2026-04-27')).slice(3)).toEqual(['2026-04-30', '2026-05-01']);
    expect((await dates('2026-10-19')).slice(3)).toEqual(['2026-10-22', '2026-10-23']);
  });
});

describe('the rest', () => {
  it('answers as before', async () => {
    expect(refusal(await topUp(family, 700))).toEqual([200, { family, balanceCents: 700 }]);
    expect((await topUp(family, 1)).body.balanceCents).toBe(701);
    expect(await balance('nobody')).toBe(0);
    for (const cents of [0, -5, 1.5, '7', null]) {
      const res = await api.post(`/wallets/${family}/top-up`, { cents });
      expect([cents, ...refusal(res)]).toEqual([cents, 422, error('validation_failed')]);
    }
    expect(refusal(await order(day({ meal: 'unicorn' })))).toEqual([404, error('not_found')]);
    expect(refusal(await cancel('o-none'))).toEqual([404, error('not_found')]);
    expect(refusal(await api.get('/nothing-here'))).toEqual([404, error('not_found')]);
    expect(await balance(family)).toBe(701);
  });

  it('refuses orders that are not complete', async () => {
    await topUp(family, 10_000);
    const complete = { family, child: 'Ada', date, meal: 'pasta' };
    for (const wrong of [
      { family: '' },
      { family: undefined },
      { child: '' },
      { child: 7 },
      { date: 'monday' },
      { date: '2026-02-30' },
      { date: undefined },
      { meal: undefined },
      { notes: 'no cheese' },
      { notes: [7] },
      { email: 7 },
    ]) {
      const res = await api.post('/orders', { ...complete, ...wrong });
      expect([wrong, ...refusal(res)]).toEqual([wrong, 422, error('validation_failed')]);
    }
    const broken = await api.request({
      method: 'POST',
      path: '/orders',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(refusal(broken)).toEqual([422, error('validation_failed')]);
    expect([await balance(family), await cooked(date)]).toEqual([10_000, []]);
  });

  it('pays the last cent, and keeps orders apart', async () => {
    await topUp(family, 810);
    const answers = [await order(day()), await order(day({ meal: 'soup' }))];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(ids(answers)).size).toBe(2);
    expect(await balance(family)).toBe(0);
    await cancel(answers[0]?.body.id);
    expect(await cooked(date)).toEqual([['Ada', 'soup', []]]);
  });
});
