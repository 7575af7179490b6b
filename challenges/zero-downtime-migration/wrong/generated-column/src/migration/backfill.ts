import { pool } from '../database.ts';

/** There is nothing to fill in. Gives the invoices whose amount nobody can read. */
export async function backfill(): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM invoices WHERE total_cents IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}
