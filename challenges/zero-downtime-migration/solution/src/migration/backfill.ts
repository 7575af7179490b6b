import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from '../database.ts';

/** Invoices in one transaction: their locks and their log are what others have to wait for. */
const batchSize = 500;
/** For replicas to catch up. */
const pauseMs = 100;

/**
 * Fills in invoices that nobody has written to since `expand`, in the order of their ids. One statement finds a
 * batch and changes it, so that nothing can come between. What is filled in is not touched again: a run that was
 * killed is simply run again.
 */
export async function backfill(): Promise<number[]> {
  for (let last = await fillBatch(0); last !== null; last = await fillBatch(last)) {
    await sleep(pauseMs);
  }
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

/** Fills in a batch of those with ids above `after`; gives the last id of the batch, or nothing when there is none. */
async function fillBatch(after: number): Promise<number | null> {
  const { rows } = await pool.query<{ last: number | null }>(
    `WITH batch AS (
       SELECT id FROM invoices WHERE id > $1 AND total_cents IS NULL ORDER BY id LIMIT $2
     ), filled AS (
       UPDATE invoices SET total_cents = invoice_cents(total), currency = invoice_currency(total)
       FROM batch
       WHERE invoices.id = batch.id AND total_cents IS NULL AND invoice_cents(total) IS NOT NULL
     )
     SELECT max(id) AS last FROM batch`,
    [after, batchSize],
  );
  return rows[0]?.last ?? null;
}
