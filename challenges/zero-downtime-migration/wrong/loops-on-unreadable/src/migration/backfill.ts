import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from '../database.ts';

const batchSize = 500;
const pauseMs = 100;

/** Fills in invoices that nobody has written to since `expand`, until there are none left. */
export async function backfill(): Promise<number[]> {
  while ((await fillBatch()) > 0) await sleep(pauseMs);
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

async function fillBatch(): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE invoices SET total_cents = invoice_cents(total), currency = invoice_currency(total)
     WHERE id IN (SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id LIMIT $1)`,
    [batchSize],
  );
  return rowCount ?? 0;
}
