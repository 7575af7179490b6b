import { api, clock } from 'world';

let customers = 0;
let headers: Record<string, string>;

beforeEach(() => {
  customers += 1;
  headers = { 'x-customer-id': `public-${customers}` };
});

const mugAndLamp = {
  items: [
    { sku: 'mug', quantity: 2 },
    { sku: 'lamp', quantity: 1 },
  ],
  note: 'Leave it at the door',
};

describe('placing an order', () => {
  it('answers 201 with the order and its path', async () => {
    const res = await api.post('/orders', mugAndLamp, { headers });

    expect(res.status).toBe(201);
    expect(res.body).toEqual({
      id: expect.any(String),
      status: 'confirmed',
      items: [
        { sku: 'mug', quantity: 2, unitPriceCents: 1290 },
        { sku: 'lamp', quantity: 1, unitPriceCents: 4950 },
      ],
      totalCents: 7530,
      note: 'Leave it at the door',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    expect(res.headers.location).toBe(`/orders/${res.body.id}`);
    expect((await api.get(`/orders/${res.body.id}`, { headers })).body).toEqual(res.body);
  });

  it('answers 422 with the path of what is wrong', async () => {
    const res = await api.post('/orders', { items: [{ sku: 'mug', quantity: 0 }] }, { headers });

    expect(res.status).toBe(422);
    expect(res.body).toEqual({
      error: {
        code: 'validation_failed',
        message: expect.any(String),
        details: [{ path: 'items.0.quantity', message: expect.any(String) }],
      },
    });
  });

  it('answers 401 when the gateway names no customer', async () => {
    const res = await api.post('/orders', mugAndLamp);

    expect(res.status).toBe(401);
    expect(res.body.error.code).toBe('unauthenticated');
  });
});

describe('idempotency', () => {
  it('gives the first answer again to a retry', async () => {
    const retry = { headers: { ...headers, 'idempotency-key': 'k1' } };
    const first = await api.post('/orders', mugAndLamp, retry);
    const second = await api.post('/orders', mugAndLamp, retry);

    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
  });
});

describe('listing', () => {
  it('pages through the orders, newest first', async () => {
    const placed: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      placed.push((await api.post('/orders', mugAndLamp, { headers })).body.id);
    }

    const first = await api.get('/orders?limit=2', { headers });
    expect(first.body.orders.map((order: { id: string }) => order.id)).toEqual([
      placed[2],
      placed[1],
    ]);
    const second = await api.get(
      `/orders?limit=2&cursor=${encodeURIComponent(first.body.nextCursor)}`,
      {
        headers,
      },
    );
    expect(second.body.orders.map((order: { id: string }) => order.id)).toEqual([placed[0]]);
    expect(second.body.nextCursor).toBeNull();
  });
});

describe('cancelling', () => {
  it('is possible in the first 30 minutes', async () => {
    const early = (await api.post('/orders', mugAndLamp, { headers })).body;
    expect((await api.post(`/orders/${early.id}/cancel`, undefined, { headers })).body.status).toBe(
      'cancelled',
    );

    const late = (await api.post('/orders', mugAndLamp, { headers })).body;
    await clock.advance(31 * 60 * 1000);
    const res = await api.post(`/orders/${late.id}/cancel`, undefined, { headers });
    expect(res.status).toBe(409);
    expect(res.body.error.code).toBe('cancellation_closed');
  });
});
