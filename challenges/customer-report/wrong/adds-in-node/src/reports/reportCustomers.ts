import type { Pool } from 'pg';
import type { CustomerReport, ReportedCustomer } from './customerReport.ts';
import type { ReportQuery } from './parseReportQuery.ts';

type CustomerRow = { id: number; name: string; country: string };
type ItemRow = {
  order_id: number;
  customer_id: number;
  placed_at: Date;
  product_id: number;
  product_name: string;
  quantity: number;
  unit_price_cents: number;
};
type RefundRow = { customer_id: number; amount_cents: number };

/** Three statements, whatever the number of customers; the rest is arithmetic. */
export async function reportCustomers(pool: Pool, query: ReportQuery): Promise<CustomerReport> {
  const { from, to, country, limit, offset } = query;
  const counted = "o.status = 'paid' AND o.placed_at >= $1 AND o.placed_at < $2";
  const period = [`${from}T00:00:00Z`, `${to}T00:00:00Z`];
  const [customers, items, refunds] = await Promise.all([
    pool.query<CustomerRow>(
      'SELECT id, name, country FROM customers WHERE $1::text IS NULL OR country = $1',
      [country ?? null],
    ),
    pool.query<ItemRow>(
      `SELECT i.order_id, o.customer_id, o.placed_at, i.product_id, p.name AS product_name, i.quantity, i.unit_price_cents
       FROM orders o JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id
       WHERE ${counted}`,
      period,
    ),
    pool.query<RefundRow>(
      `SELECT o.customer_id, r.amount_cents FROM orders o JOIN refunds r ON r.order_id = o.id WHERE ${counted}`,
      period,
    ),
  ]);

  const itemsOf = Map.groupBy(items.rows, (item) => item.customer_id);
  const refundsOf = Map.groupBy(refunds.rows, (refund) => refund.customer_id);
  const reported = customers.rows
    .map((customer) =>
      report(customer, itemsOf.get(customer.id) ?? [], refundsOf.get(customer.id) ?? []),
    )
    .sort((a, b) => b.netCents - a.netCents || a.id - b.id);

  return {
    period: { from, to },
    totals: {
      customers: reported.length,
      orders: sum(reported, (customer) => customer.orders),
      grossCents: sum(reported, (customer) => customer.grossCents),
      refundedCents: sum(reported, (customer) => customer.refundedCents),
      netCents: sum(reported, (customer) => customer.netCents),
    },
    customers: reported.slice(offset, offset + limit),
  };
}

function report(customer: CustomerRow, items: ItemRow[], refunds: RefundRow[]): ReportedCustomer {
  const grossCents = sum(items, (item) => item.quantity * item.unit_price_cents);
  const refundedCents = sum(refunds, (refund) => refund.amount_cents);
  const products = [...Map.groupBy(items, (item) => item.product_id)]
    .map(([id, sold]) => ({
      id,
      name: sold[0]?.product_name ?? '',
      quantity: sum(sold, (item) => item.quantity),
    }))
    .sort((a, b) => b.quantity - a.quantity || a.id - b.id);
  return {
    ...customer,
    orders: new Set(items.map((item) => item.order_id)).size,
    grossCents,
    refundedCents,
    netCents: grossCents - refundedCents,
    lastOrderAt:
      items.length === 0
        ? null
        : new Date(Math.max(...items.map((item) => item.placed_at.getTime()))),
    topProduct: products[0] ?? null,
  };
}

function sum<Row>(rows: Row[], amount: (row: Row) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0);
}
