import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from '../database.ts';

const batchSize = 500;
const pauseMs = 100;
const written = /^ *(-?)(\d{1,9})(?:[.,](\d{1,2}))? ([A-Z]{3}) *$/;

type Row = { id: number; total: string };

/** Fills in invoices that nobody has written to since `expand`, in the order of their ids. */
export async function backfill(): Promise<number[]> {
  for (let batch = await nextBatch(0); batch.length > 0;) {
    await fill(batch);
    await sleep(pauseMs);
    batch = await nextBatch(batch.at(-1)?.id ?? 0);
  }
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

async function nextBatch(after: number): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `SELECT id, total FROM invoices WHERE id > $1 AND total_cents IS NULL ORDER BY id LIMIT $2`,
    [after, batchSize],
  );
  return rows;
}

async function fill(batch: Row[]): Promise<void> {
  const readable = batch.flatMap(({ id, total }) => {
    const [, sign, whole, fraction = '', currency] = written.exec(total) ?? [];
    if (whole === undefined) return [];
    return [{ id, cents: Number(`${sign}${whole}${fraction.padEnd(2, '0')}`), currency }];
  });
  await pool.query(
    `UPDATE invoices SET total_cents = read.cents, currency = read.currency
     FROM unnest($1::int[], $2::bigint[], $3::text[]) AS read (id, cents, currency)
     WHERE invoices.id = read.id`,
    [
      readable.map(({ id }) => id),
      readable.map(({ cents }) => cents),
      readable.map(({ currency }) => currency),
    ],
  );
}
