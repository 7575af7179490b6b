import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from '../database.ts';

const batchSize = 500;
const pauseMs = 100;

/** Fills in all invoices, in the order of their ids. What is right already comes out the same. */
export async function backfill(): Promise<number[]> {
  for (let last = await fillBatch(0); last !== null; last = await fillBatch(last)) {
    await sleep(pauseMs);
  }
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

async function fillBatch(after: number): Promise<number | null> {
  const { rows } = await pool.query<{ last: number | null }>(
    `WITH batch AS (
       SELECT id FROM invoices WHERE id > $1 ORDER BY id LIMIT $2
     ), filled AS (
       UPDATE invoices SET total_cents = invoice_cents(total), currency = invoice_currency(total)
       FROM batch WHERE invoices.id = batch.id AND invoice_cents(total) IS NOT NULL
     )
     SELECT max(id) AS last FROM batch`,
    [after, batchSize],
  );
  return rows[0]?.last ?? null;
}
