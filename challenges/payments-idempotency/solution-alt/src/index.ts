import { createHash } from 'node:crypto';
import express, { type Response } from 'express';
import pg from 'pg';
import { type Answer, charge } from './charge.ts';

/**
 * Another style: one row a key, which holds the answer to give once there is one. A second table is nothing but
 * the lock on a booking: whoever wants to charge for it has to own its only row.
 */
const db = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const claimMs = 30_000;

await db.query(`
  CREATE TABLE IF NOT EXISTS payments (
    n bigint GENERATED ALWAYS AS IDENTITY,
    key text PRIMARY KEY,
    body_hash text NOT NULL,
    booking_id text NOT NULL,
    amount_cents int NOT NULL,
    outcome text,
    charge_id text,
    claimed_at_ms bigint NOT NULL
  )`);
await db.query(`
  CREATE TABLE IF NOT EXISTS booking_owners (booking_id text PRIMARY KEY, key text NOT NULL)`);

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

type Row = {
  key: string;
  body_hash: string;
  booking_id: string;
  amount_cents: number;
  outcome: 'paid' | 'declined' | 'rejected' | null;
  charge_id: string | null;
};

const present = (row: Row) => ({
  id: hash(row.key),
  bookingId: row.booking_id,
  amountCents: row.amount_cents,
  status: row.outcome ?? 'pending',
  chargeId: row.charge_id,
});

function fail(res: Response, status: number, code: string, message: string): void {
  res.status(status).json({ error: { code, message } });
}

function answer(res: Response, row: Row): void {
  if (row.outcome === 'paid') res.status(201).json(present(row));
  else if (row.outcome === 'declined') fail(res, 402, 'card_declined', 'The card was declined.');
  else if (row.outcome === 'rejected') fail(res, 502, 'provider_rejected', 'It cannot be paid.');
  else fail(res, 503, 'provider_unavailable', 'Nobody knows yet. Please repeat this.');
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= 100;

const app = express();
app.use(express.json());

app.post('/payments', async (req, res) => {
  const key = req.get('idempotency-key');
  const { bookingId, cardToken } = (req.body ?? {}) as Record<string, unknown>;
  if (!isText(key) || !isText(bookingId) || !isText(cardToken))
    return fail(res, 400, 'invalid_request', 'Please send a key, bookingId and cardToken.');
  const bodyHash = hash(JSON.stringify([bookingId, cardToken]));
  const inProgress = () => fail(res, 409, 'payment_in_progress', 'This is not decided yet.');

  let [row] = (await db.query<Row>('SELECT * FROM payments WHERE key = $1', [key])).rows;
  if (row && row.body_hash !== bodyHash)
    return fail(res, 409, 'key_reused', 'This key came with another body.');
  if (row?.outcome) return answer(res, row);

  if (row) {
    const taken = await db.query(
      `UPDATE payments SET claimed_at_ms = $2 WHERE key = $1 AND claimed_at_ms <= $3 AND outcome IS NULL`,
      [key, Date.now(), Date.now() - claimMs],
    );
    if (taken.rowCount === 0) return inProgress();
  } else {
    const [booking] = (
      await db.query('SELECT amount_cents FROM bookings WHERE id = $1', [bookingId])
    ).rows;
    if (!booking) return fail(res, 404, 'not_found', 'There is no such booking.');
    // One statement, so that no key has a row without owning its booking, whoever dies when.
    const begun = await db.query<Row>(
      `WITH owned AS (
         INSERT INTO booking_owners VALUES ($3, $1) ON CONFLICT DO NOTHING RETURNING booking_id
       )
       INSERT INTO payments (key, body_hash, booking_id, amount_cents, claimed_at_ms)
       SELECT $1, $2, booking_id, $4, $5 FROM owned
       ON CONFLICT DO NOTHING RETURNING *`,
      [key, bodyHash, bookingId, booking.amount_cents, Date.now()],
    );
    [row] = begun.rows;
    if (!row) {
      const paid = await db.query(
        `SELECT FROM payments WHERE booking_id = $1 AND outcome = 'paid'`,
        [bookingId],
      );
      return paid.rowCount ? fail(res, 409, 'already_paid', 'It is paid already.') : inProgress();
    }
  }

  const { outcome, chargeId }: Answer = await charge(hash(key), {
    amountCents: row.amount_cents,
    source: cardToken,
    reference: bookingId,
  });
  if (outcome === 'declined' || outcome === 'rejected') {
    await db.query(
      `WITH freed AS (DELETE FROM booking_owners WHERE booking_id = $2)
       UPDATE payments SET outcome = $3 WHERE key = $1`,
      [key, bookingId, outcome],
    );
  } else if (outcome === 'paid') {
    await db.query(`UPDATE payments SET outcome = 'paid', charge_id = $2 WHERE key = $1`, [
      key,
      chargeId,
    ]);
  } else {
    await db.query('UPDATE payments SET claimed_at_ms = 0 WHERE key = $1', [key]);
  }
  answer(res, {
    ...row,
    outcome: outcome === 'unknown' ? null : outcome,
    charge_id: chargeId ?? null,
  });
});

app.get('/bookings/:id/payments', async (req, res) => {
  const booking = await db.query('SELECT FROM bookings WHERE id = $1', [req.params.id]);
  if (!booking.rowCount) return fail(res, 404, 'not_found', 'There is no such booking.');
  const { rows } = await db.query<Row>('SELECT * FROM payments WHERE booking_id = $1 ORDER BY n', [
    req.params.id,
  ]);
  res.json({ payments: rows.map(present) });
});

app.use((_req, res) => fail(res, 404, 'not_found', 'There is nothing here.'));
app.use((error: { status?: number }, _req: unknown, res: Response, _next: unknown) => {
  if (error.status === 400) return fail(res, 400, 'invalid_request', 'This is not JSON.');
  console.error(error);
  fail(res, 500, 'internal_error', 'Something went wrong on our side.');
});

app.listen(Number(process.env.PORT));
