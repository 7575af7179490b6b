import { pool } from '../database.ts';
import type { Invoice, InvoiceStore } from './InvoiceStore.ts';

/** Where an amount is read: expressions over `invoices`. */
export type Reading = { cents: string; currency: string };

type Row = { id: number; customer: string; cents: string | null; currency: string | null };

/** PostgreSQL gives a bigint as text. */
function present({ id, customer, cents, currency }: Row): Invoice {
  const total = cents === null || currency === null ? null : { cents: Number(cents), currency };
  return { id, customer, total };
}

/** Writes the new columns, and with `writesBoth` the one that old versions read. */
export function createStore(
  { cents, currency }: Reading,
  { writesBoth = false } = {},
): InvoiceStore {
  return {
    async create({ customer, total }) {
      const { rows } = await pool.query<{ id: number }>(
        writesBoth
          ? `INSERT INTO invoices (customer, total_cents, currency, total)
             VALUES ($1, $2, $3, invoice_total($2::bigint, $3::text)) RETURNING id`
          : 'INSERT INTO invoices (customer, total_cents, currency) VALUES ($1, $2, $3) RETURNING id',
        [customer, total.cents, total.currency],
      );
      return rows[0]?.id ?? 0;
    },
    async changeTotal(id, total) {
      const { rowCount } = await pool.query(
        writesBoth
          ? `UPDATE invoices SET total_cents = $2, currency = $3, total = invoice_total($2::bigint, $3::text)
             WHERE id = $1`
          : 'UPDATE invoices SET total_cents = $2, currency = $3 WHERE id = $1',
        [id, total.cents, total.currency],
      );
      return rowCount === 1;
    },
    async find(id) {
      const { rows } = await pool.query<Row>(
        `SELECT id, customer, ${cents} AS cents, ${currency} AS currency FROM invoices WHERE id = $1`,
        [id],
      );
      return rows[0] && present(rows[0]);
    },
    async sums() {
      const { rows } = await pool.query<{ currency: string; cents: string }>(
        `SELECT ${currency} AS currency, sum(${cents}) AS cents FROM invoices
         WHERE ${cents} IS NOT NULL GROUP BY 1`,
      );
      return Object.fromEntries(rows.map((row) => [row.currency, Number(row.cents)]));
    },
  };
}
