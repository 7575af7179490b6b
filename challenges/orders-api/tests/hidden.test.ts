import { api, clock } from 'world';

type Order = { id: string; status: string; createdAt: string; totalCents: number };
type Detail = { path: string; message: string };

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;
const mug = { items: [{ sku: 'mug', quantity: 1 }] };
const skus = ['mug', 'lamp', 'chair', 'desk', 'sofa'];

let customers = 0;
let headers: Record<string, string>;

beforeEach(() => {
  headers = newCustomer();
});

function newCustomer(): Record<string, string> {
  customers += 1;
  return { 'x-customer-id': `customer-${customers}` };
}

function place(body: unknown = mug, extraHeaders: Record<string, string> = {}) {
  return api.post('/orders', body, { headers: { ...headers, ...extraHeaders } });
}

async function list(query = ''): Promise<{ orders: Order[]; nextCursor: string | null }> {
  const res = await api.get(`/orders${query}`, { headers });
  expect(res.status).toBe(200);
  return res.body;
}

/** The ids on each page, following the cursors. */
async function pages(query: string, betweenPages?: () => Promise<unknown>): Promise<string[][]> {
  const found: string[][] = [];
  let cursor: string | null = null;
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await list(`?${query}${at}`);
    found.push(page.orders.map((order) => order.id));
    cursor = page.nextCursor;
    await betweenPages?.();
  } while (cursor !== null && found.length < 20);
  return found;
}

async function expectRefused(body: unknown, ...paths: string[]): Promise<void> {
  const res = await place(body);
  expect({ body, status: res.status }).toEqual({ body, status: 422 });
  expect(res.body.error.code).toBe('validation_failed');
  expect(res.body.error.details.map((detail: Detail) => detail.path)).toEqual(
    expect.arrayContaining(paths),
  );
}

describe('placing an order', () => {
  it('confirms it with price, path and the moment of confirmation', async () => {
    const items = [
      { sku: 'desk', quantity: 2 },
      { sku: 'mug', quantity: 7 },
    ];
    const before = clock.now();
    const res = await place({ items });

    expect(res.status).toBe(201);
    expect(res.headers['content-type']).toMatch(/^application\/json/);
    expect(res.headers.location).toBe(`/orders/${res.body.id}`);
    expect(res.body).toEqual({
      id: expect.any(String),
      status: 'confirmed',
      items: [
        { sku: 'desk', quantity: 2, unitPriceCents: 38_900 },
        { sku: 'mug', quantity: 7, unitPriceCents: 1290 },
      ],
      totalCents: 86_830,
      note: null,
      createdAt: expect.any(String),
    });
    const createdAt = Date.parse(res.body.createdAt);
    expect(createdAt).toBeGreaterThanOrEqual(before);
    expect(createdAt).toBeLessThanOrEqual(clock.now());

    const found = await api.get(res.headers.location ?? '', { headers });
    expect(found.status).toBe(200);
    expect(found.body).toEqual(res.body);
  });

  it('prices from the catalogue whatever the client claims', async () => {
    const res = await place({
      id: 'mine',
      status: 'cancelled',
      totalCents: 1,
      createdAt: '2001-01-01T00:00:00.000Z',
      items: [{ sku: 'sofa', quantity: 1, unitPriceCents: 1, discount: 0.99 }],
    });

    expect(res.status).toBe(201);
    expect(res.body).toMatchObject({ status: 'confirmed', totalCents: 129_900 });
    expect(res.body.items).toEqual([{ sku: 'sofa', quantity: 1, unitPriceCents: 129_900 }]);
    expect(res.body.id).not.toBe('mine');
    expect(res.body.createdAt).not.toMatch(/^2001/);
  });

  it('reports every problem of the body at once', async () => {
    const res = await place({
      items: [
        { sku: 'mug', quantity: 0 },
        { sku: 'unicorn', quantity: 1 },
        { sku: 'lamp', quantity: 1 },
        { quantity: 'many' },
      ],
      note: 'x'.repeat(201),
    });

    expect(res.status).toBe(422);
    const details: Detail[] = res.body.error.details;
    expect(details.map((detail) => detail.path).sort()).toEqual([
      'items.0.quantity',
      'items.1.sku',
      'items.3.quantity',
      'items.3.sku',
      'note',
    ]);
    expect(
      details.every((detail) => typeof detail.message === 'string' && detail.message !== ''),
    ).toBe(true);
    expect((await list()).orders).toEqual([]);
  });

  it('refuses lines, quantities and notes that are out of range', async () => {
    const lines = (...quantities: unknown[]) => ({
      items: quantities.map((quantity, index) => ({ sku: skus[index], quantity })),
    });
    const paths = skus.map((_sku, index) => `items.${index}.quantity`);
    await expectRefused(lines(0, -1, 1.5, 100, '2'), ...paths);
    await expectRefused(lines(null, true, [2], {}, undefined), ...paths);
    for (const items of [undefined, null, [], {}, Array.from({ length: 21 }, () => mug.items[0])])
      await expectRefused({ items }, 'items');
    await expectRefused({ items: 'mug', note: 5 }, 'items', 'note');
    await expectRefused({ ...mug, note: 'x'.repeat(201) }, 'note');

    expect(
      (await place({ items: [{ sku: 'mug', quantity: 99 }], note: 'x'.repeat(200) })).status,
    ).toBe(201);
  });

  it('sells only what the catalogue holds, and each article once', async () => {
    const unknown = ['unicorn', '', 'MUG', 'constructor', 'toString', '__proto__', 7, null];
    await expectRefused(
      { items: unknown.map((sku) => ({ sku, quantity: 1 })) },
      ...unknown.map((_sku, index) => `items.${index}.sku`),
    );
    const repeated = [
      { sku: 'mug', quantity: 1 },
      { sku: 'lamp', quantity: 1 },
      { sku: 'mug', quantity: 2 },
    ];
    await expectRefused({ items: repeated }, 'items.2.sku');
  });

  it('keeps nothing when the payment is declined', async () => {
    const res = await place({ items: [{ sku: 'sofa', quantity: 4 }] });

    expect(res.status).toBe(402);
    expect(res.body).toEqual({ error: { code: 'payment_declined', message: expect.any(String) } });
    expect((await list()).orders).toEqual([]);
  });
});

describe('errors', () => {
  it('have one shape, also when the framework finds them', async () => {
    const post = (contentType: string, body: string) =>
      api.request({
        method: 'POST',
        path: '/orders',
        headers: { ...headers, 'content-type': contentType },
        body,
      });
    const huge = JSON.stringify({ ...mug, padding: 'x'.repeat(20_000) });
    const found = [
      await post('application/json', '{"items": ['),
      await post('application/json', huge),
      await post('text/plain', JSON.stringify(mug)),
      await api.get('/nothing-here', { headers }),
      await api.get('/orders/nothing-here', { headers }),
    ];

    expect(found.map((res) => [res.status, res.body])).toEqual(
      [
        [400, 'malformed_json'],
        [413, 'payload_too_large'],
        [415, 'unsupported_media_type'],
        [404, 'not_found'],
        [404, 'not_found'],
      ].map(([status, code]) => [status, { error: { code, message: expect.any(String) } }]),
    );
  });

  it('ask for the customer on every route', async () => {
    const { id } = (await place()).body;
    const found = [
      await api.post('/orders', mug),
      await api.post('/orders', mug, { headers: { 'x-customer-id': '' } }),
      await api.get('/orders'),
      await api.get(`/orders/${id}`),
      await api.post(`/orders/${id}/cancel`),
    ];

    for (const res of found) {
      expect(res.status).toBe(401);
      expect(res.body.error.code).toBe('unauthenticated');
    }
  });
});

describe('idempotency', () => {
  it('gives the first answer again and orders nothing twice', async () => {
    const key = { 'idempotency-key': 'retry-1' };
    const first = await place(mug, key);
    await api.post(`/orders/${first.body.id}/cancel`, undefined, { headers });
    const second = await place(mug, key);

    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.location).toBe(first.headers.location);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect((await list()).orders).toHaveLength(1);

    const without = await place(mug);
    expect(without.body.id).not.toBe(first.body.id);
    expect((await place(mug, { 'idempotency-key': 'k'.repeat(101) })).status).toBe(422);
  });

  it('compares the content of requests, not their bytes', async () => {
    const send = (body: string) =>
      api.request({
        method: 'POST',
        path: '/orders',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': 'k' },
        body,
      });
    const first = await send('{"items":[{"sku":"mug","quantity":1}],"note":"ring twice"}');
    const same = await send(
      '{ "note": "ring twice",\n "items": [ { "quantity": 1, "sku": "mug" } ] }',
    );
    const other = await send('{"items":[{"sku":"mug","quantity":2}],"note":"ring twice"}');

    expect(same.status).toBe(201);
    expect(same.body).toEqual(first.body);
    expect(other.status).toBe(422);
    expect(other.body.error.code).toBe('idempotency_key_reused');
    expect((await list()).orders).toHaveLength(1);
  });

  it('takes one order from five simultaneous requests with the same key', async () => {
    const key = { 'idempotency-key': 'storm' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => place(mug, key)));

    expect(answers.map((res) => res.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((res) => res.body.id)).size).toBe(1);
    expect(answers.filter((res) => res.headers['idempotency-replayed'] === 'true')).toHaveLength(4);
    expect((await list()).orders).toHaveLength(1);
  });

  it('leaves a key usable after a request that failed', async () => {
    const key = { 'idempotency-key': 'second-try' };
    expect((await place({ items: [{ sku: 'mug', quantity: 0 }] }, key)).status).toBe(422);
    expect((await place({ items: [{ sku: 'sofa', quantity: 4 }] }, key)).status).toBe(402);
    expect((await place({ items: [{ sku: 'sofa', quantity: 4 }] }, key)).status).toBe(402);

    const res = await place({ items: [{ sku: 'sofa', quantity: 3 }] }, key);
    expect(res.status).toBe(201);
    expect(res.headers['idempotency-replayed']).toBeUndefined();
  });

  it('keeps the keys of different customers apart', async () => {
    const key = { 'idempotency-key': 'one-and-the-same' };
    const first = await place(mug, key);
    headers = newCustomer();
    const second = await place({ items: [{ sku: 'lamp', quantity: 1 }] }, key);

    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.body.totalCents).toBe(4950);
  });

  it('remembers a key for 24 hours and no longer', async () => {
    const key = { 'idempotency-key': 'yesterday' };
    const first = await place(mug, key);

    await clock.advance(24 * hourMs - minuteMs);
    expect((await place(mug, key)).body.id).toBe(first.body.id);
    await clock.advance(2 * minuteMs);
    const later = await place(mug, key);
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
  });
});

describe('listing', () => {
  it('pages newest first and ends with the last full page', async () => {
    const placed: string[] = [];
    for (let i = 0; i < 4; i += 1) placed.unshift((await place()).body.id);

    expect(await pages('limit=2')).toEqual([placed.slice(0, 2), placed.slice(2)]);
    expect(await pages('limit=3')).toEqual([placed.slice(0, 3), placed.slice(3)]);
    expect(await pages('limit=100')).toEqual([placed]);

    headers = newCustomer();
    expect(await list()).toEqual({ orders: [], nextCursor: null });
  });

  it('shows orders of the same millisecond exactly once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => place()));
    const placed = answers.map((res): string => res.body.id).sort();

    for (const limit of [2, 3]) {
      expect((await pages(`limit=${limit}`)).flat().sort()).toEqual(placed);
    }
  });

  it('does not shift when new orders arrive between two pages', async () => {
    const placed: string[] = [];
    for (let i = 0; i < 4; i += 1) placed.unshift((await place()).body.id);

    expect((await pages('limit=2', () => place())).flat()).toEqual(placed);
  });

  it('filters by status and refuses parameters that make no sense', async () => {
    const placed: string[] = [];
    for (let i = 0; i < 4; i += 1) placed.unshift((await place()).body.id);
    const cancelled = [placed[1], placed[3]];
    for (const id of cancelled) await api.post(`/orders/${id}/cancel`, undefined, { headers });

    expect(await pages('limit=1&status=cancelled')).toEqual(cancelled.map((id) => [id]));
    expect(await pages('limit=2&status=confirmed')).toEqual([[placed[0], placed[2]]]);

    for (const [query, ...names] of [
      ['limit=0&status=lost', 'limit', 'status'],
      ['limit=101', 'limit'],
      ['limit=ten', 'limit'],
      ['limit=2.5', 'limit'],
      ['cursor=made-up', 'cursor'],
    ]) {
      const res = await api.get(`/orders?${query}`, { headers });
      expect([query, res.status]).toEqual([query, 422]);
      expect(res.body.error.details.map((detail: Detail) => detail.path).sort()).toEqual(names);
    }
  });
});

describe('cancelling', () => {
  it('is possible until 30 minutes have passed, and repeating it always', async () => {
    const cancel = (id: string) => api.post(`/orders/${id}/cancel`, undefined, { headers });
    const early: Order = (await place()).body;
    const late: Order = (await place()).body;

    await clock.advance(Date.parse(late.createdAt) + 29 * minuteMs - clock.now());
    const cancelled = await cancel(early.id);
    expect(cancelled.status).toBe(200);
    expect(cancelled.body).toEqual({ ...early, status: 'cancelled' });

    await clock.advance(2 * minuteMs);
    const refused = await cancel(late.id);
    expect(refused.status).toBe(409);
    expect(refused.body.error.code).toBe('cancellation_closed');
    expect((await api.get(`/orders/${late.id}`, { headers })).body.status).toBe('confirmed');

    const again = await cancel(early.id);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(cancelled.body);
  });
});

describe('privacy', () => {
  it('hides the orders of other customers in every route', async () => {
    const order: Order = (await place()).body;
    const owner = headers;
    headers = newCustomer();

    for (const res of [
      await api.get(`/orders/${order.id}`, { headers }),
      await api.post(`/orders/${order.id}/cancel`, undefined, { headers }),
    ]) {
      expect(res.status).toBe(404);
      expect(res.body.error.code).toBe('not_found');
    }
    expect((await list()).orders).toEqual([]);
    expect((await api.get(`/orders/${order.id}`, { headers: owner })).body).toEqual(order);
  });
});
