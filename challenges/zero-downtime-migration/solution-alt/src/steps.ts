import { setTimeout as sleep } from 'node:timers/promises';
import { parseAmount } from './amount.ts';
import { db, isCurrent, noTotal } from './db.ts';

const batchSize = 500;
const pauseMs = 100;

/** One ALTER TABLE is one transaction, and none of these changes looks at a row. */
export async function expand(): Promise<void> {
  await db.query(
    `ALTER TABLE invoices
       ADD COLUMN IF NOT EXISTS total_cents bigint,
       ADD COLUMN IF NOT EXISTS currency text,
       ADD COLUMN IF NOT EXISTS total_seen text,
       ALTER COLUMN total SET DEFAULT '${noTotal}'`,
  );
}

/** Reads each `total` that has not been seen. What changes while it is converted is left for another run. */
export async function backfill(): Promise<number[]> {
  for (let batch = await unseen(0); batch.length > 0; batch = await unseen(batch.at(-1)?.id ?? 0)) {
    const amounts = batch.map(({ total }) => parseAmount(total));
    await db.query(
      `UPDATE invoices i SET total_cents = b.cents, currency = b.currency, total_seen = b.total
       FROM unnest($1::int[], $2::text[], $3::bigint[], $4::text[]) AS b (id, total, cents, currency)
       WHERE i.id = b.id AND i.total = b.total AND i.total_seen IS DISTINCT FROM b.total`,
      [
        batch.map(({ id }) => id),
        batch.map(({ total }) => total),
        amounts.map((amount) => amount?.cents ?? null),
        amounts.map((amount) => amount?.currency ?? null),
      ],
    );
    await sleep(pauseMs);
  }
  const { rows } = await db.query<{ id: number }>(
    'SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

async function unseen(after: number): Promise<{ id: number; total: string }[]> {
  const { rows } = await db.query(
    `SELECT id, total FROM invoices
     WHERE id > $1 AND total_seen IS DISTINCT FROM total AND (total_cents IS NULL OR NOT ${isCurrent})
     ORDER BY id LIMIT $2`,
    [after, batchSize],
  );
  return rows;
}

const hasTotal = async () =>
  (
    await db.query(
      `SELECT FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = 'invoices' AND column_name = 'total'`,
    )
  ).rowCount === 1;

export async function contract(): Promise<void> {
  if (!(await hasTotal())) return;
  const { rowCount } = await db.query(
    `SELECT FROM invoices WHERE total_cents IS NULL OR NOT coalesce(${isCurrent}, false) LIMIT 1`,
  );
  if (rowCount === 1) throw new Error('There are amounts that only the old column has.');
  await db.query(
    `ALTER TABLE invoices
       ALTER COLUMN total_cents SET NOT NULL,
       ALTER COLUMN currency SET NOT NULL,
       DROP COLUMN total,
       DROP COLUMN total_seen`,
  );
}

export async function revert(): Promise<void> {
  if (!(await hasTotal())) throw new Error('The old column is gone.');
  await db.query(
    `ALTER TABLE invoices
       DROP COLUMN IF EXISTS total_cents,
       DROP COLUMN IF EXISTS currency,
       DROP COLUMN IF EXISTS total_seen,
       ALTER COLUMN total DROP DEFAULT`,
  );
}
