import { api, postgres } from 'world';

const january = '/reports/customers?from=2026-01-01&to=2026-02-01';

describe('the report', () => {
  it('adds up the orders of each customer, and lists who bought nothing', async () => {
    const res = await api.get(`${january}&country=NL`);

    expect(res.status).toBe(200);
    expect(res.body.period).toEqual({ from: '2026-01-01', to: '2026-02-01' });
    expect(res.body.customers).toEqual([
      {
        id: 1,
        name: 'Aafje Bakker',
        country: 'NL',
        orders: 2,
        grossCents: 16_500,
        refundedCents: 1500,
        netCents: 15_000,
        lastOrderAt: '2026-01-20T15:30:00.000Z',
        topProduct: { id: 1, name: 'Mug', quantity: 5 },
      },
      {
        id: 2,
        name: 'Bram Visser',
        country: 'NL',
        orders: 2,
        grossCents: 5000,
        refundedCents: 0,
        netCents: 5000,
        lastOrderAt: '2026-01-30T08:10:00.000Z',
        topProduct: { id: 1, name: 'Mug', quantity: 1 },
      },
      {
        id: 3,
        name: 'Carla de Wit',
        country: 'NL',
        orders: 0,
        grossCents: 0,
        refundedCents: 0,
        netCents: 0,
        lastOrderAt: null,
        topProduct: null,
      },
    ]);
  });

  it('totals all customers of the report, whatever the page shows', async () => {
    const totals = {
      customers: 3,
      orders: 4,
      grossCents: 21_500,
      refundedCents: 1500,
      netCents: 20_000,
    };

    expect((await api.get(`${january}&country=NL`)).body.totals).toEqual(totals);
    const page = (await api.get(`${january}&country=NL&limit=1&offset=1`)).body;
    expect(page.totals).toEqual(totals);
    expect(page.customers.map((customer: { name: string }) => customer.name)).toEqual([
      'Bram Visser',
    ]);
  });

  it('names the parameter that is wrong', async () => {
    const res = await api.get('/reports/customers?from=2026-02-01&to=2026-01-01');

    expect(res.status).toBe(400);
    expect(res.body).toEqual({ error: { parameter: 'to', message: expect.any(String) } });
  });
});

describe('the budget', () => {
  it('is at most 3 statements, and 10 rows more than the page has customers', async () => {
    const res = await api.get(january);
    const rows = postgres.queries.reduce((sum, query) => sum + query.rows, 0);

    expect(res.status).toBe(200);
    expect(postgres.queries.length).toBeLessThanOrEqual(3);
    expect(rows).toBeLessThanOrEqual(res.body.customers.length + 10);
  });
});
