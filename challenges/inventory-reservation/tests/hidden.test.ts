import { api, clock, postgres, restart } from 'world';
import {
  confirm,
  held,
  type Line,
  minuteMs,
  release,
  reservation,
  reserve,
  shelf,
  stock,
} from './shelf.ts';

const forPeople = expect.stringMatching(/\w+ \w+/);
const error = (code: string, more: object = {}) => ({
  error: { code, message: forPeople, ...more },
});
type Answer = Awaited<ReturnType<typeof api.get>>;
const answer = ({ status, body }: Answer) => [status, body];
const statuses = (answers: Answer[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);
const times = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));

async function setOnHand(id: string, onHand: number): Promise<void> {
  await postgres.query('UPDATE parts SET on_hand = $2 WHERE id = $1', [id, onHand]);
}

async function rowsOf(part: string): Promise<number> {
  const rows = await postgres.query('SELECT FROM reservation_items WHERE part_id = $1', [part]);
  return rows.length;
}

describe('a reservation', () => {
  it('is all or nothing', async () => {
    const [plenty, few, none] = [await stock(50), await stock(2), await stock(0)];
    const before = await postgres.query('SELECT count(*)::integer AS n FROM reservations');
    const res = await reserve([
      { partId: plenty, quantity: 5 },
      { partId: none, quantity: 1 },
      { partId: few, quantity: 3 },
    ]);

    expect(answer(res)).toEqual([
      409,
      error('insufficient_stock', {
        missing: [
          { partId: few, requested: 3, available: 2 },
          { partId: none, requested: 1, available: 0 },
        ],
      }),
    ]);
    expect([await shelf(plenty), await shelf(few)]).toEqual([
      [50, 0, 50],
      [2, 0, 2],
    ]);
    expect(await rowsOf(plenty)).toBe(0);
    expect(await postgres.query('SELECT count(*)::integer AS n FROM reservations')).toEqual(before);
  });

  it('adds up lines of the same part', async () => {
    const [part, other] = [await stock(5), await stock(5)];
    const line = (quantity: number): Line => ({ partId: part, quantity });
    const tooMany = await reserve([line(3), { partId: other, quantity: 1 }, line(3)]);
    expect(tooMany.body.error.missing).toEqual([{ partId: part, requested: 6, available: 5 }]);

    const res = await reserve([line(2), { partId: other, quantity: 1 }, line(3)]);
    expect([res.status, res.body.items]).toEqual([
      201,
      [
        { partId: part, quantity: 5 },
        { partId: other, quantity: 1 },
      ],
    ]);
    expect(await shelf(part)).toEqual([5, 5, 0]);
    expect(await reservation(res.body.id)).toEqual(res.body);
  });

  it('may take the last one and not one more', async () => {
    const part = await stock(3);
    await held([part, 2]);
    expect((await reserve([{ partId: part, quantity: 2 }])).body.error.missing).toEqual([
      { partId: part, requested: 2, available: 1 },
    ]);
    await held([part, 1]);
    expect(await shelf(part)).toEqual([3, 3, 0]);
    expect((await reserve([{ partId: part, quantity: 1 }])).status).toBe(409);
  });

  it('sees what other programs put on the shelf or take away', async () => {
    const part = await stock(1);
    await held([part, 1]);
    await setOnHand(part, 3);
    expect(await shelf(part)).toEqual([3, 1, 2]);
    await held([part, 2]);
    await setOnHand(part, 1);
    expect(await shelf(part)).toEqual([1, 3, 0]);
    expect((await reserve([{ partId: part, quantity: 1 }])).body.error.missing).toEqual([
      { partId: part, requested: 1, available: 0 },
    ]);
  });

  it('outlives a restart of the service', async () => {
    const part = await stock(4);
    const id = await held([part, 3]);
    await restart();
    expect(await shelf(part)).toEqual([4, 3, 1]);
    expect((await confirm(id)).body.status).toBe('confirmed');
    expect(await shelf(part)).toEqual([1, 0, 1]);
  });

  it('has an id of its own and the job that it is for', async () => {
    const part = await stock(9);
    const [one, other] = [
      await reserve([{ partId: part, quantity: 1 }], 'x'.repeat(100)),
      await reserve([{ partId: part, quantity: 1 }], "WT-1'; DROP TABLE parts; --"),
    ];
    expect(one.body.id).not.toBe(other.body.id);
    expect((await reservation(one.body.id)).jobId).toBe('x'.repeat(100));
    expect((await reservation(other.body.id)).jobId).toBe("WT-1'; DROP TABLE parts; --");
  });
});

describe('a storm', () => {
  it('of orders for the same part never promises more than there is', async () => {
    const part = await stock(7);
    const answers = await Promise.all(times(25, () => reserve([{ partId: part, quantity: 1 }])));

    expect(statuses(answers)).toEqual([...times(7, () => 201), ...times(18, () => 409)]);
    expect(await shelf(part)).toEqual([7, 7, 0]);
    expect(new Set(answers.map(({ body }) => body.id).filter(Boolean)).size).toBe(7);
  });

  it('of orders that overlap serves each completely or not at all', async () => {
    const [a, b, c] = [await stock(6), await stock(6), await stock(6)];
    const orders = times(24, (index) => {
      const pair = [
        [a, b],
        [b, c],
        [c, a],
        [b, a],
      ][index % 4] as [string, string];
      return pair.map((partId) => ({ partId, quantity: 1 + (index % 2) }));
    });
    const answers = await Promise.all(orders.map((items) => reserve(items)));
    const served = answers.map(({ status }) => status === 201);

    for (const part of [a, b, c]) {
      const promised = orders
        .filter((_, index) => served[index])
        .flat()
        .filter(({ partId }) => partId === part)
        .reduce((sum, { quantity }) => sum + quantity, 0);
      expect(await shelf(part)).toEqual([6, promised, 6 - promised]);
    }
    // Three orders of two can take all of two parts, and no order does without both of them.
    expect(served.filter(Boolean).length).toBeGreaterThanOrEqual(3);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });

  it('of everything at once leaves the books right', async () => {
    const part = await stock(10);
    const ids = [];
    for (let count = 0; count < 6; count += 1) ids.push(await held([part, 1]));
    const answers = await Promise.all([
      ...ids.slice(0, 3).map((id) => confirm(id)),
      ...ids.slice(3).map((id) => release(id)),
      ...times(12, () => reserve([{ partId: part, quantity: 1 }])),
    ]);
    const granted = answers.slice(6).filter(({ status }) => status === 201).length;

    expect(answers.slice(0, 6).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(granted).toBeGreaterThanOrEqual(4);
    expect(granted).toBeLessThanOrEqual(7);
    expect(await shelf(part)).toEqual([7, granted, 7 - granted]);
  });
});

describe('an expired reservation', () => {
  it('gives its parts back by itself', async () => {
    const part = await stock(2);
    const id = await held([part, 2]);
    const { expiresAt } = await reservation(id);
    expect(Date.parse(expiresAt) - clock.now()).toBe(15 * minuteMs);
    await clock.advance(15 * minuteMs - 1);
    expect(await shelf(part)).toEqual([2, 2, 0]);
    expect((await reservation(id)).status).toBe('held');
    expect((await reserve([{ partId: part, quantity: 1 }])).status).toBe(409);

    await clock.advance(1);
    expect((await reservation(id)).status).toBe('expired');
    expect(await shelf(part)).toEqual([2, 0, 2]);
    await held([part, 2]);
    expect(await shelf(part)).toEqual([2, 2, 0]);
  });

  it('cannot be confirmed any more', async () => {
    const part = await stock(2);
    const [early, late] = [await held([part, 1]), await held([part, 1])];
    await clock.advance(15 * minuteMs - 1);
    expect((await confirm(early)).body.status).toBe('confirmed');
    await clock.advance(1);
    expect(answer(await confirm(late))).toEqual([409, error('reservation_expired')]);
    expect(await shelf(part)).toEqual([1, 0, 1]);
    expect((await reservation(early)).status).toBe('confirmed');
  });

  it('stays expired when it is released', async () => {
    const part = await stock(1);
    const id = await held([part, 1]);
    await clock.advance(15 * minuteMs);
    const res = await release(id);
    expect([res.status, res.body.status]).toEqual([200, 'expired']);
    expect((await reservation(id)).status).toBe('expired');
  });

  it('needs no service that is running', async () => {
    const part = await stock(1);
    await held([part, 1]);
    await clock.advance(15 * minuteMs);
    await restart();
    await held([part, 1]);
    expect(await shelf(part)).toEqual([1, 1, 0]);
  });
});

describe('confirming', () => {
  it('takes the parts once, however often it is asked for', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [part, other] = [await stock(10), await stock(10)];
      const id = await held([part, 3], [other, 1]);
      const answers = await Promise.all(times(6, () => confirm(id)));
      const first = answers[0]?.body;

      expect(statuses(answers)).toEqual(times(6, () => 200));
      expect(first).toEqual(await reservation(id));
      expect(first).toMatchObject({
        status: 'confirmed',
        items: [{ quantity: 3 }, { quantity: 1 }],
      });
      await clock.advance(20 * minuteMs);
      expect(answer(await confirm(id))).toEqual([200, first]);
      expect([await shelf(part), await shelf(other)]).toEqual([
        [7, 0, 7],
        [9, 0, 9],
      ]);
    }
  });

  it('and releasing at the same moment lets one of them win', async () => {
    for (let round = 0; round < 4; round += 1) {
      const part = await stock(3);
      const id = await held([part, 2]);
      const requests = [() => confirm(id), () => release(id)];
      if (round % 2 === 1) requests.reverse();
      const answers = await Promise.all(requests.map((request) => request()));
      const { status } = await reservation(id);

      expect(statuses(answers)).toEqual([200, 409]);
      const refused = answers.find((res) => res.status === 409)?.body.error.code;
      expect([refused, await shelf(part)]).toEqual(
        status === 'confirmed'
          ? ['reservation_confirmed', [1, 0, 1]]
          : ['reservation_released', [3, 0, 3]],
      );
    }
  });

  it('is refused when the parts have gone from the shelf', async () => {
    const [part, other] = [await stock(3), await stock(3)];
    const id = await held([part, 3], [other, 2]);
    await setOnHand(part, 2);
    expect(answer(await confirm(id))).toEqual([
      409,
      error('insufficient_stock', { missing: [{ partId: part, requested: 3, available: 2 }] }),
    ]);
    expect([await shelf(part), await shelf(other)]).toEqual([
      [2, 3, 0],
      [3, 2, 1],
    ]);
    await setOnHand(part, 3);
    expect((await confirm(id)).body.status).toBe('confirmed');
    expect([await shelf(part), await shelf(other)]).toEqual([
      [0, 0, 0],
      [1, 0, 1],
    ]);
  });

  it('touches no other reservation', async () => {
    const part = await stock(5);
    const [one, other] = [await held([part, 1]), await held([part, 2])];
    await confirm(one);
    expect(await shelf(part)).toEqual([4, 2, 2]);
    expect((await reservation(other)).status).toBe('held');
  });
});

describe('releasing', () => {
  it('gives the parts back, once', async () => {
    const part = await stock(3);
    const [id, other] = [await held([part, 2]), await held([part, 1])];
    const res = await release(id);
    expect([res.status, res.body]).toEqual([200, { ...(await reservation(id)) }]);
    expect(res.body).toMatchObject({ status: 'released', items: [{ quantity: 2 }] });
    expect(answer(await release(id))).toEqual(answer(res));
    expect(await shelf(part)).toEqual([3, 1, 2]);
    expect((await reservation(other)).status).toBe('held');
    await clock.advance(15 * minuteMs);
    expect((await reservation(id)).status).toBe('released');
  });

  it('ends what can be confirmed, and the other way round', async () => {
    const part = await stock(3);
    const [one, other] = [await held([part, 1]), await held([part, 1])];
    await release(one);
    await confirm(other);
    expect(answer(await confirm(one))).toEqual([409, error('reservation_released')]);
    expect(answer(await release(other))).toEqual([409, error('reservation_confirmed')]);
    expect(await shelf(part)).toEqual([2, 0, 2]);
  });
});

describe('refusals', () => {
  it('can go on without end', async () => {
    const part = await stock(1);
    const id = await held([part, 1]);
    for (let count = 0; count < 15; count += 1) {
      expect((await reserve([{ partId: part, quantity: 1 }])).status).toBe(409);
      expect((await confirm('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    }
    expect((await confirm(id)).status).toBe(200);
  });

  it('name the field that is wrong', async () => {
    const part = await stock(5000);
    const line = { partId: part, quantity: 1 };
    const cases: [body: unknown, field: string][] = [
      [{ items: [line] }, 'jobId'],
      [{ jobId: '', items: [line] }, 'jobId'],
      [{ jobId: 'x'.repeat(101), items: [line] }, 'jobId'],
      [{ jobId: 7, items: [line] }, 'jobId'],
      [{ jobId: 'a' }, 'items'],
      [{ jobId: 'a', items: [] }, 'items'],
      [{ jobId: 'a', items: times(21, () => line) }, 'items'],
      [{ jobId: 'a', items: line }, 'items'],
      [{ jobId: 'a', items: [line, { ...line, quantity: 0 }] }, 'items.1.quantity'],
      [{ jobId: 'a', items: [{ ...line, quantity: 1001 }] }, 'items.0.quantity'],
      [{ jobId: 'a', items: [{ ...line, quantity: 1.5 }] }, 'items.0.quantity'],
      [{ jobId: 'a', items: [{ ...line, quantity: '1' }] }, 'items.0.quantity'],
      [{ jobId: 'a', items: [{ ...line, quantity: -1 }] }, 'items.0.quantity'],
      [{ jobId: 'a', items: [{ quantity: 1 }] }, 'items.0.partId'],
      [{ jobId: 'a', items: [line, { ...line, partId: 'unicorn' }] }, 'items.1.partId'],
      [{ jobId: 'a', items: [{ ...line, partId: '__proto__' }, line] }, 'items.0.partId'],
      [[], 'body'],
      ['text', 'body'],
    ];
    for (const [body, field] of cases) {
      const res = await api.post('/reservations', body);
      expect([body, ...answer(res)]).toEqual([body, 422, error('validation_failed', { field })]);
    }
    for (const body of ['', '{']) {
      const res = await api.request({
        method: 'POST',
        path: '/reservations',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([body, ...answer(res)]).toEqual([
        body,
        422,
        error('validation_failed', { field: 'body' }),
      ]);
    }
    expect(await rowsOf(part)).toBe(0);
    await held(...times(20, (): [string, number] => [part, 1]));
    await held([part, 1000]);
    expect(await shelf(part)).toEqual([5000, 1020, 3980]);
  });

  it('say that something does not exist, whatever the id looks like', async () => {
    for (const id of ['7', 'nonsense', '00000000-0000-4000-8000-000000000000', "'%20OR%201=1"]) {
      const answers = [
        await api.get(`/reservations/${id}`),
        await confirm(id),
        await release(id),
        await api.get(`/parts/${id}`),
        await api.get(`/${id}`),
      ];
      for (const res of answers)
        expect([id, ...answer(res)]).toEqual([id, 404, error('not_found')]);
    }
  });
});

describe('the budget', () => {
  it('does not grow with the number of lines', async () => {
    const parts = await Promise.all(times(20, () => stock(10)));
    const sent = async (request: () => Promise<unknown>): Promise<number> => {
      const before = postgres.queries.length;
      await request();
      return postgres.queries.length - before;
    };
    let id = '';
    const counts = [
      await sent(async () => {
        id = await held(...parts.map((part): [string, number] => [part, 2]));
      }),
      await sent(() => reserve(parts.map((partId) => ({ partId, quantity: 9 })))),
      await sent(() => reservation(id)),
      await sent(() => confirm(id)),
      await sent(() => release(id)),
      await sent(() => shelf(parts[0] ?? '')),
    ];
    expect(Math.max(...counts)).toBeLessThanOrEqual(8);
    expect(await Promise.all(parts.map(shelf))).toEqual(times(20, () => [8, 0, 8]));
  });
});
