import { pool } from './database.ts';

/** Runs at each start, so it leaves alone what is there already. */
export async function createSchema(): Promise<void> {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS payments (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      booking_id text NOT NULL REFERENCES bookings,
      amount_cents int NOT NULL,
      status text NOT NULL,
      charge_id text,
      created_at timestamptz NOT NULL DEFAULT now()
    )`);
}
