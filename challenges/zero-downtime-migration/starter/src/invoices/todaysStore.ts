import { pool } from '../database.ts';
import type { Invoice, InvoiceStore, Money } from './InvoiceStore.ts';

type Row = { id: number; customer: string; total: string };

const format = ({ cents, currency }: Money) => `${(cents / 100).toFixed(2)} ${currency}`;

/** Knows the one way of writing an amount that it uses itself. */
function parse(total: string): Money | null {
  const [, amount, currency] = /^(-?\d+\.\d\d) ([A-Z]{3})$/.exec(total) ?? [];
  if (amount === undefined || currency === undefined) return null;
  return { cents: Math.round(Number(amount) * 100), currency };
}

const present = ({ id, customer, total }: Row): Invoice => ({ id, customer, total: parse(total) });

/** The statements of the version that runs today. */
export const todaysStore: InvoiceStore = {
  async create({ customer, total }) {
    const { rows } = await pool.query(
      'INSERT INTO invoices (customer, total) VALUES ($1, $2) RETURNING id',
      [customer, format(total)],
    );
    return rows[0].id;
  },
  async changeTotal(id, total) {
    const { rowCount } = await pool.query('UPDATE invoices SET total = $2 WHERE id = $1', [
      id,
      format(total),
    ]);
    return rowCount === 1;
  },
  async find(id) {
    const { rows } = await pool.query<Row>(
      'SELECT id, customer, total FROM invoices WHERE id = $1',
      [id],
    );
    return rows[0] && present(rows[0]);
  },
  async sums() {
    const { rows } = await pool.query<Row>('SELECT id, customer, total FROM invoices');
    const sums: Record<string, number> = {};
    for (const { total } of rows.map(present)) {
      if (total) sums[total.currency] = (sums[total.currency] ?? 0) + total.cents;
    }
    return sums;
  },
};
