import type { Pool } from 'pg';
import type { CustomerReport, ReportedCustomer } from './customerReport.ts';
import { type CustomerReportRow, customerReportSql } from './customerReportSql.ts';
import type { ReportQuery } from './parseReportQuery.ts';

/** Finance reloads the page a lot; a minute is fresh enough. */
const freshMs = 60_000;

const recent = new Map<string, { report: Promise<CustomerReport>; until: number }>();

export function reportCustomers(pool: Pool, query: ReportQuery): Promise<CustomerReport> {
  const key = JSON.stringify(query);
  const cached = recent.get(key);
  if (cached && cached.until > Date.now()) return cached.report;
  const report = readReport(pool, query);
  recent.set(key, { report, until: Date.now() + freshMs });
  return report;
}

async function readReport(pool: Pool, query: ReportQuery): Promise<CustomerReport> {
  const { from, to, country, limit, offset } = query;
  const { rows } = await pool.query<CustomerReportRow>(customerReportSql, [
    startOfDay(from),
    startOfDay(to),
    country ?? null,
    limit,
    offset,
  ]);
  const [first] = rows;
  return {
    period: { from, to },
    totals: {
      customers: Number(first?.all_customers),
      orders: Number(first?.all_orders),
      grossCents: Number(first?.all_gross_cents),
      refundedCents: Number(first?.all_refunded_cents),
      netCents: Number(first?.all_net_cents),
    },
    customers: rows.flatMap((row) => (row.id === null ? [] : [presentCustomer(row.id, row)])),
  };
}

function startOfDay(date: string): string {
  return `${date}T00:00:00Z`;
}

function presentCustomer(id: number, row: CustomerReportRow): ReportedCustomer {
  return {
    id,
    name: row.name,
    country: row.country,
    orders: Number(row.orders),
    grossCents: Number(row.gross_cents),
    refundedCents: Number(row.refunded_cents),
    netCents: Number(row.net_cents),
    lastOrderAt: row.last_order_at,
    topProduct:
      row.product_id === null
        ? null
        : { id: row.product_id, name: row.product_name, quantity: Number(row.product_quantity) },
  };
}
