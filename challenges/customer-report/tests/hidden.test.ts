import { api, postgres } from 'world';

type Customer = {
  id: number;
  orders: number;
  grossCents: number;
  refundedCents: number;
  netCents: number;
  lastOrderAt: string | null;
  topProduct: { id: number; quantity: number } | null;
};
type Report = { totals: Record<string, number>; customers: Customer[] };
type Item = { product?: number; quantity: number; cents: number };
type NewOrder = {
  status?: string;
  at?: string;
  items?: Item[];
  refunds?: { cents: number; at?: string }[];
};

const march = 'from=2026-03-01&to=2026-04-01';
const mug: Item = { product: 1, quantity: 1, cents: 1500 };

let lastId = 1000;
let countries = 0;
/** Each test works in a country of its own. */
let country = '';

beforeEach(() => {
  countries += 1;
  country = `X${String.fromCharCode(64 + countries)}`;
});

function nextId(): number {
  lastId += 1;
  return lastId;
}

async function addCustomer(orders: NewOrder[] = []): Promise<number> {
  const id = nextId();
  await postgres.query('INSERT INTO customers VALUES ($1, $2, $3)', [
    id,
    `Customer ${id}`,
    country,
  ]);
  if (orders.length > 0) await addOrders(id, orders);
  return id;
}

/** Adds orders with their items and refunds, in one statement. */
async function addOrders(customer: number, orders: NewOrder[]): Promise<void> {
  const placed = orders.map((order) => ({
    id: nextId(),
    status: order.status ?? 'paid',
    at: order.at ?? '2026-03-10T12:00:00Z',
  }));
  const items = orders.flatMap((order, i) =>
    (order.items ?? [mug]).map((item) => ({ product: 1, ...item, order: placed[i]?.id })),
  );
  const refunds = orders.flatMap((order, i) =>
    (order.refunds ?? []).map((refund) => ({
      at: '2026-03-11T12:00:00Z',
      ...refund,
      order: placed[i]?.id,
    })),
  );
  await postgres.query(
    `WITH placed AS (
       INSERT INTO orders
       SELECT id, $1, status, at FROM jsonb_to_recordset($2) AS o (id integer, status text, at timestamptz)
     ), listed AS (
       INSERT INTO order_items (order_id, product_id, quantity, unit_price_cents)
       SELECT "order", product, quantity, cents
       FROM jsonb_to_recordset($3) AS i ("order" integer, product integer, quantity integer, cents integer)
     )
     INSERT INTO refunds (order_id, amount_cents, refunded_at)
     SELECT "order", cents, at FROM jsonb_to_recordset($4) AS r ("order" integer, cents integer, at timestamptz)`,
    [customer, placed, items, refunds],
  );
}

/** Adds `customers` with `orders` each, in three statements. */
async function addMany(customers: number, orders: number): Promise<void> {
  const first = lastId + 1;
  lastId += customers * (orders + 1);
  await postgres.query(
    `INSERT INTO customers SELECT $1::integer + n, 'Many ' || n, $2 FROM generate_series(0, $3::integer - 1) AS n`,
    [first, country, customers],
  );
  await postgres.query(
    `INSERT INTO orders
     SELECT $1::integer + $2::integer + n, $1::integer + n % $2::integer, 'paid', '2026-03-15 00:00:00Z'::timestamptz + n * interval '1 minute'
     FROM generate_series(0, $2::integer * $3::integer - 1) AS n`,
    [first, customers, orders],
  );
  await postgres.query(
    `INSERT INTO order_items (order_id, product_id, quantity, unit_price_cents)
     SELECT $1::integer + $2::integer + n, 1 + n % 4, 1 + n % 3, 1000
     FROM generate_series(0, $2::integer * $3::integer - 1) AS n`,
    [first, customers, orders],
  );
}

async function report(query = march): Promise<Report> {
  const res = await api.get(`/reports/customers?${query}&country=${country}`);
  expect({ status: res.status, body: res.body }).toMatchObject({ status: 200, body: {} });
  return res.body;
}

function rowsRead(): number {
  return postgres.queries.reduce((sum, query) => sum + query.rows, 0);
}

describe('the numbers', () => {
  it('add up items and refunds of paid orders only', async () => {
    const id = await addCustomer([
      {
        items: [
          { quantity: 2, cents: 1500 },
          { product: 3, quantity: 1, cents: 15_900 },
        ],
      },
      {
        items: [{ product: 2, quantity: 3, cents: 9000 }],
        refunds: [{ cents: 4000 }],
        at: '2026-03-12T08:00:00Z',
      },
      { status: 'pending', items: [{ product: 4, quantity: 9, cents: 39_000 }] },
      {
        status: 'cancelled',
        items: [{ product: 4, quantity: 9, cents: 39_000 }],
        refunds: [{ cents: 39_000 }],
      },
    ]);

    const { customers, totals } = await report();
    expect(customers).toEqual([
      {
        id,
        name: `Customer ${id}`,
        country,
        orders: 2,
        grossCents: 45_900,
        refundedCents: 4000,
        netCents: 41_900,
        lastOrderAt: '2026-03-12T08:00:00.000Z',
        topProduct: { id: 2, name: 'Lamp', quantity: 3 },
      },
    ]);
    expect(totals).toEqual({
      customers: 1,
      orders: 2,
      grossCents: 45_900,
      refundedCents: 4000,
      netCents: 41_900,
    });
  });

  it('are not multiplied when an order has several items and several refunds', async () => {
    const items = [1, 2, 3].map((product) => ({ product, quantity: 2, cents: 1000 }));
    await addCustomer([
      { items, refunds: [{ cents: 500 }, { cents: 500 }, { cents: 250 }] },
      { items },
    ]);

    const [customer] = (await report()).customers;
    expect(customer).toMatchObject({
      orders: 2,
      grossCents: 12_000,
      refundedCents: 1250,
      netCents: 10_750,
    });
  });

  it('count from midnight until just before midnight, in UTC', async () => {
    const inside = [
      '2026-03-01T00:00:00Z',
      '2026-03-31T23:59:59.999Z',
      '2026-04-01T01:30:00+02:00',
    ];
    const outside = [
      '2026-02-28T23:59:59.999Z',
      '2026-04-01T00:00:00Z',
      '2026-03-01T00:30:00+01:00',
    ];
    await addCustomer([...inside, ...outside].map((at) => ({ at })));

    expect((await report()).customers[0]).toMatchObject({
      orders: 3,
      lastOrderAt: '2026-03-31T23:59:59.999Z',
    });
    expect((await report('from=2026-02-28&to=2026-03-01')).totals).toMatchObject({ orders: 2 });
    expect((await report('from=2026-02-01&to=2026-05-01')).totals).toMatchObject({ orders: 6 });
  });

  it('charge a refund to the order, whenever it was made', async () => {
    await addCustomer([
      {
        items: [{ quantity: 1, cents: 8000 }],
        refunds: [{ cents: 3000, at: '2026-06-01T00:00:00Z' }],
      },
      { at: '2026-02-10T12:00:00Z', refunds: [{ cents: 1500, at: '2026-03-10T00:00:00Z' }] },
    ]);

    expect((await report()).totals).toMatchObject({
      orders: 1,
      refundedCents: 3000,
      netCents: 5000,
    });
  });

  it('may exceed 32 bits and are numbers', async () => {
    await addCustomer([
      {
        items: [{ quantity: 2_000_000, cents: 1_000_000 }],
        refunds: [{ cents: 2_000_000_000 }, { cents: 2_000_000_000 }],
      },
      { items: [{ product: 2, quantity: 1, cents: 7 }] },
    ]);

    const { customers, totals } = await report();
    const amounts = {
      orders: 2,
      grossCents: 2_000_000_000_007,
      refundedCents: 4_000_000_000,
      netCents: 1_996_000_000_007,
    };
    expect(customers[0]).toMatchObject({ ...amounts, topProduct: { id: 1, quantity: 2_000_000 } });
    expect(totals).toEqual({ customers: 1, ...amounts });
  });

  it('name the product with the most units, the smaller id when units are equal', async () => {
    const busy = await addCustomer([
      {
        items: [
          { product: 4, quantity: 3, cents: 1 },
          { product: 2, quantity: 2, cents: 99_000 },
        ],
      },
      {
        items: [
          { product: 2, quantity: 2, cents: 99_000 },
          { product: 3, quantity: 1, cents: 1 },
        ],
      },
      { status: 'cancelled', items: [{ product: 4, quantity: 50, cents: 1 }] },
    ]);
    const tied = await addCustomer([
      {
        items: [
          { product: 4, quantity: 1, cents: 1000 },
          { product: 3, quantity: 2, cents: 10 },
        ],
      },
      { items: [{ product: 4, quantity: 1, cents: 1000 }] },
    ]);

    const { customers } = await report();
    expect(customers.map(({ id, topProduct }) => [id, topProduct])).toEqual([
      [busy, { id: 2, name: 'Lamp', quantity: 4 }],
      [tied, { id: 3, name: 'Chair', quantity: 2 }],
    ]);
  });
});

describe('the list', () => {
  it('holds customers without an order that counts, with zeros', async () => {
    const never = await addCustomer();
    const cancelled = await addCustomer([{ status: 'cancelled' }]);
    const tooEarly = await addCustomer([{ at: '2025-12-24T18:00:00Z' }]);

    const nothing = {
      orders: 0,
      grossCents: 0,
      refundedCents: 0,
      netCents: 0,
      lastOrderAt: null,
      topProduct: null,
    };
    expect((await report()).customers).toEqual(
      [never, cancelled, tooEarly].map((id) => ({
        id,
        name: `Customer ${id}`,
        country,
        ...nothing,
      })),
    );
  });

  it('is sorted by net amount, then by id', async () => {
    const paying = (cents: number, refund?: number): NewOrder[] => [
      { items: [{ quantity: 1, cents }], refunds: refund === undefined ? [] : [{ cents: refund }] },
    ];
    const small = await addCustomer(paying(2000));
    const refunded = await addCustomer(paying(90_000, 89_000));
    const negative = await addCustomer(paying(1000, 3000));
    const tied = await addCustomer(paying(5000, 3000));
    const large = await addCustomer(paying(10_000));
    const none = await addCustomer();

    const ids = (await report()).customers.map(({ id }) => id);
    expect(ids).toEqual([large, small, tied, refunded, none, negative]);
  });

  it('cuts out a page and still adds up everybody', async () => {
    const ids: number[] = [];
    for (let i = 1; i <= 5; i += 1)
      ids.unshift(await addCustomer([{ items: [{ quantity: i, cents: 1000 }] }]));
    const totals = {
      customers: 5,
      orders: 5,
      grossCents: 15_000,
      refundedCents: 0,
      netCents: 15_000,
    };

    const pages = [
      await report(`${march}&limit=2`),
      await report(`${march}&limit=2&offset=2`),
      await report(`${march}&limit=200&offset=4`),
      await report(`${march}&offset=5`),
    ];
    expect(pages.map(({ customers }) => customers.map(({ id }) => id))).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(4),
      [],
    ]);
    for (const page of pages) expect(page.totals).toEqual(totals);
  });

  it('is empty, with totals of zero, for a country without customers', async () => {
    expect(await report()).toMatchObject({
      customers: [],
      totals: { customers: 0, orders: 0, grossCents: 0, refundedCents: 0, netCents: 0 },
    });
  });

  it('holds the customers of all countries when none is given', async () => {
    const here = await addCustomer([{ items: [{ quantity: 3, cents: 900_000 }] }]);

    const res = await api.get(`/reports/customers?${march}&limit=200`);
    const ids = res.body.customers.map((customer: Customer) => customer.id);
    expect(ids).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, here]));
    const [{ all } = { all: null }] = await postgres.query(
      'SELECT count(*)::integer AS "all" FROM customers',
    );
    expect(res.body.totals.customers).toBe(all);
  });
});

describe('the parameters', () => {
  it('are refused with their name when they make no sense', async () => {
    const refused = {
      from: [
        '',
        'from=',
        'from=2026-3-1',
        'from=2026-02-30',
        'from=yesterday',
        'from=2026-03-01T00:00:00Z',
      ],
      to: ['', 'to=', 'to=2026-04-31', 'to=2026-03-01', 'to=2026-02-01'],
      country: ['country=nl', 'country=NLD', `country=${encodeURIComponent("N'")}`, 'country='],
      limit: [
        'limit=0',
        'limit=201',
        'limit=-1',
        'limit=ten',
        'limit=1.5',
        'limit=',
        'limit=1e1',
        'limit=0x10',
        'limit=%2B5',
      ],
      offset: ['offset=-1', 'offset=1.5', 'offset=x'],
    };
    const valid = { from: 'from=2026-03-01', to: 'to=2026-04-01' };

    for (const [parameter, attempts] of Object.entries(refused)) {
      for (const attempt of attempts) {
        const query = Object.values({ ...valid, [parameter]: attempt })
          .filter(Boolean)
          .join('&');
        const res = await api.get(`/reports/customers?${query}`);
        expect({ query, status: res.status, body: res.body }).toEqual({
          query,
          status: 400,
          body: { error: { parameter, message: expect.stringMatching(/\S/) } },
        });
      }
    }
  });
});

describe('a failing database', () => {
  it('is answered with 500 and without what it said, and harms no other request', async () => {
    postgres.fail({ error: 'disk_full' });
    const res = await api.get(`/reports/customers?${march}&country=${country}`);
    expect(res.status).toBe(500);
    expect(res.body).toEqual({ error: { message: expect.stringMatching(/\S/) } });
    expect(res.text).not.toMatch(/space|SELECT|\bat \w+.*:\d+/i);
    expect((await report()).customers).toEqual([]);
  });
});

describe('the budget', () => {
  it('is kept when there are many customers and orders', async () => {
    await addMany(60, 3);

    const { customers, totals } = await report(`${march}&limit=200`);
    expect(totals).toMatchObject({ customers: 60, orders: 180 });
    expect(customers).toHaveLength(60);
    expect(postgres.queries.length).toBeLessThanOrEqual(3);
  });

  it('lets the database add up', async () => {
    await addMany(30, 5);

    const { customers, totals } = await report(`${march}&limit=5`);
    expect(totals).toMatchObject({ customers: 30, orders: 150 });
    expect(customers).toHaveLength(5);
    expect(rowsRead()).toBeLessThanOrEqual(15);
  });

  it('holds for reports that are asked for at the same time', async () => {
    await addMany(10, 2);

    const single = await report();
    const before = postgres.queries.length;
    const reports = await Promise.all(Array.from({ length: 12 }, () => report()));
    for (const one of reports) expect(one).toEqual(single);
    expect(postgres.queries.length - before).toBeLessThanOrEqual(36);
  });

  it('shows what was paid a moment ago', async () => {
    const id = await addCustomer([{ items: [{ quantity: 1, cents: 1000 }] }]);
    expect((await report()).totals).toMatchObject({ grossCents: 1000 });

    await addOrders(id, [{ items: [{ quantity: 1, cents: 2000 }] }]);
    expect((await report()).totals).toMatchObject({ grossCents: 3000 });
  });
});
