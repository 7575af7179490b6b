import { pool } from '../database.ts';

/** Fills in invoices that nobody has written to since `expand`. */
export async function backfill(): Promise<number[]> {
  await pool.query(
    `UPDATE invoices SET total_cents = invoice_cents(total), currency = invoice_currency(total)
     WHERE total_cents IS NULL AND invoice_cents(total) IS NOT NULL`,
  );
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}
