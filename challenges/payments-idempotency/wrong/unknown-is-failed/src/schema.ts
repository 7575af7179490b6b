import { pool } from './database.ts';

/**
 * Runs at each start. The two unique indexes are what keeps money safe: a key has one payment, and a booking has
 * one that is paid or may turn out to be.
 */
export async function createSchema(): Promise<void> {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS payments (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      ordinal bigint GENERATED ALWAYS AS IDENTITY,
      idempotency_key text NOT NULL UNIQUE,
      booking_id text NOT NULL REFERENCES bookings,
      card_token text NOT NULL,
      amount_cents int NOT NULL,
      status text NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'paid', 'declined', 'rejected')),
      charge_id text,
      claimed_until timestamptz NOT NULL
    )`);
  await pool.query(`
    CREATE UNIQUE INDEX IF NOT EXISTS one_payment_per_booking ON payments (booking_id)
      WHERE status = 'paid'`);
}
