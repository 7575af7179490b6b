import type { Pool } from 'pg';
import type { CustomerReport, ReportedCustomer } from './customerReport.ts';
import { topProduct } from './topProduct.ts';

export type ReportQuery = {
  from: string;
  to: string;
  country: string | undefined;
  limit: number;
  offset: number;
};

/** The report as it is today: see the statement for what is wrong with it. */
export async function reportCustomers(pool: Pool, query: ReportQuery): Promise<CustomerReport> {
  const { from, to, country, limit, offset } = query;
  const customers = await pool.query(
    `SELECT id, name, country FROM customers ${country ? `WHERE country = '${country}'` : ''} ORDER BY id`,
  );

  const reported: ReportedCustomer[] = [];
  for (const customer of customers.rows) {
    const orders = await pool.query(
      `SELECT id, placed_at FROM orders
       WHERE customer_id = $1 AND status = 'paid' AND placed_at BETWEEN $2 AND $3
       ORDER BY placed_at`,
      [customer.id, `${from}T00:00:00Z`, `${to}T00:00:00Z`],
    );
    if (orders.rows.length === 0) continue;

    let grossCents = 0;
    let refundedCents = 0;
    for (const order of orders.rows) {
      const items = await pool.query('SELECT * FROM order_items WHERE order_id = $1', [order.id]);
      for (const item of items.rows) grossCents += item.quantity * item.unit_price_cents;
      const refunds = await pool.query('SELECT * FROM refunds WHERE order_id = $1', [order.id]);
      for (const refund of refunds.rows) refundedCents += refund.amount_cents;
    }

    reported.push({
      ...customer,
      orders: orders.rows.length,
      grossCents,
      refundedCents,
      netCents: grossCents - refundedCents,
      lastOrderAt: orders.rows.at(-1).placed_at,
      topProduct: await topProduct(
        pool,
        orders.rows.map((order) => order.id),
      ),
    });
  }

  reported.sort((a, b) => b.netCents - a.netCents);
  const page = reported.slice(offset, offset + limit);
  const sum = (amount: (customer: ReportedCustomer) => number) =>
    page.reduce((total, customer) => total + amount(customer), 0);
  return {
    period: { from, to },
    totals: {
      customers: page.length,
      orders: sum((customer) => customer.orders),
      grossCents: sum((customer) => customer.grossCents),
      refundedCents: sum((customer) => customer.refundedCents),
      netCents: sum((customer) => customer.netCents),
    },
    customers: page,
  };
}
