import { pool } from '../database.ts';
import { chargeCard } from '../provider/chargeCard.ts';
import { claimPayment } from './claimPayment.ts';
import { type Payment, paymentColumns } from './payment.ts';
import type { PaymentRequest } from './paymentRequest.ts';

/**
 * Takes the money for a booking once, and gives the payment as it then is. The provider knows it by the
 * payment's own id: the same in every try, of whomever, and another one for another card.
 */
export async function takePayment(request: PaymentRequest): Promise<Payment> {
  const { decided, payment } = await claimPayment(request);
  if (decided) return payment;

  const charge = await chargeCard({
    key: payment.id,
    amountCents: payment.amountCents,
    source: request.cardToken,
    reference: payment.bookingId,
  });
  return charge.outcome === 'unknown'
    ? release(payment)
    : decide(payment, charge.outcome, charge.outcome === 'paid' ? charge.chargeId : null);
}

async function decide(
  { id }: Payment,
  status: Payment['status'],
  chargeId: string | null,
): Promise<Payment> {
  const { rows } = await pool.query(
    `UPDATE payments SET status = $2, charge_id = $3 WHERE id = $1 RETURNING ${paymentColumns}`,
    [id, status, chargeId],
  );
  return rows[0];
}

/** Lets the next request with this key go on at once. */
async function release(payment: Payment): Promise<Payment> {
  await pool.query('UPDATE payments SET claimed_until = now() WHERE id = $1', [payment.id]);
  return payment;
}
