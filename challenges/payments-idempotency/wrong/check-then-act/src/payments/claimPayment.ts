import { pool } from '../database.ts';
import { ApiError } from '../http/apiError.ts';
import { type Payment, paymentColumns } from './payment.ts';
import type { PaymentRequest } from './paymentRequest.ts';

/** Longer than any living request works on a payment, so a claim that is older belongs to a dead one. */
const claim = `now() + interval '30 seconds'`;

export type Claim = { decided: boolean; payment: Payment };

/**
 * The payment of a request: one to be worked on, which nobody else does until the claim ends, or one that was
 * decided before. Throws what speaks against it.
 */
export async function claimPayment(request: PaymentRequest): Promise<Claim> {
  const mine = (await begin(request)) ?? (await takeOver(request));
  if (mine) return { decided: false, payment: mine };

  const earlier = await findEarlier(request);
  if (!earlier) return refuse(request.bookingId);
  const { sameBody, ...payment } = earlier;
  if (!sameBody) throw new ApiError('key_reused', 'This key was used for another payment.');
  if (payment.status === 'pending') throw inProgress();
  return { decided: true, payment };
}

/** Stores what is intended, before anything is done. Nothing if the key or the booking has a payment already. */
async function begin({ key, bookingId, cardToken }: PaymentRequest): Promise<Payment | undefined> {
  const known = await pool.query(
    `SELECT FROM payments
     WHERE idempotency_key = $1 OR (booking_id = $2 AND status IN ('pending', 'paid'))`,
    [key, bookingId],
  );
  if (known.rows.length > 0) return undefined;
  const { rows } = await pool.query<Payment>(
    `INSERT INTO payments (idempotency_key, booking_id, card_token, amount_cents, claimed_until)
     SELECT $1, id, $3, amount_cents, ${claim} FROM bookings WHERE id = $2
     RETURNING ${paymentColumns}`,
    [key, bookingId, cardToken],
  );
  return rows[0];
}

/** Goes on with a payment that somebody has left undecided. */
async function takeOver({ key, bookingId, cardToken }: PaymentRequest) {
  const { rows } = await pool.query<Payment>(
    `UPDATE payments SET claimed_until = ${claim}
     WHERE idempotency_key = $1 AND booking_id = $2 AND card_token = $3
       AND status = 'pending' AND claimed_until <= now()
     RETURNING ${paymentColumns}`,
    [key, bookingId, cardToken],
  );
  return rows[0];
}

/** The payment that has this key already, and whether it was asked for in the same way. */
async function findEarlier({ key, bookingId, cardToken }: PaymentRequest) {
  const { rows } = await pool.query<Payment & { sameBody: boolean }>(
    `SELECT ${paymentColumns}, booking_id = $2 AND card_token = $3 AS "sameBody"
     FROM payments WHERE idempotency_key = $1`,
    [key, bookingId, cardToken],
  );
  return rows[0];
}

/** Says why a new payment of a booking could not begin. */
async function refuse(bookingId: string): Promise<never> {
  const { rows } = await pool.query<{ paid: boolean }>(
    `SELECT EXISTS (SELECT FROM payments WHERE booking_id = $1 AND status = 'paid') AS paid
     FROM bookings WHERE id = $1`,
    [bookingId],
  );
  if (!rows[0]) throw new ApiError('not_found', 'There is no such booking.');
  if (rows[0].paid) throw new ApiError('already_paid', 'This booking is paid already.');
  throw inProgress();
}

function inProgress(): ApiError {
  return new ApiError('payment_in_progress', 'A payment of this booking is not decided yet.');
}
