import { pool } from './database.ts';

/** Runs at each start. */
export async function createSchema(): Promise<void> {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS payments (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      ordinal bigint GENERATED ALWAYS AS IDENTITY,
      idempotency_key text NOT NULL,
      booking_id text NOT NULL REFERENCES bookings,
      card_token text NOT NULL,
      amount_cents int NOT NULL,
      status text NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'paid', 'declined', 'rejected')),
      charge_id text,
      claimed_until timestamptz NOT NULL
    )`);
}
