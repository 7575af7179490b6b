import { pool } from '../database.ts';
import { chargeCard } from '../provider/chargeCard.ts';
import { claimPayment } from './claimPayment.ts';
import { type Payment, paymentColumns } from './payment.ts';
import type { PaymentRequest } from './paymentRequest.ts';

/** Takes the money for a booking once. The row stays locked until its outcome is stored with it. */
export async function takePayment(request: PaymentRequest): Promise<Payment> {
  const { decided, payment } = await claimPayment(request);
  if (decided) return payment;

  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT FROM payments WHERE id = $1 FOR UPDATE', [payment.id]);
    const charge = await chargeCard({
      key: payment.id,
      amountCents: payment.amountCents,
      source: request.cardToken,
      reference: payment.bookingId,
    });
    const status = charge.outcome === 'unknown' ? 'pending' : charge.outcome;
    const { rows } = await client.query(
      `UPDATE payments SET status = $2, charge_id = $3, claimed_until = now() WHERE id = $1
       RETURNING ${paymentColumns}`,
      [payment.id, status, charge.outcome === 'paid' ? charge.chargeId : null],
    );
    await client.query('COMMIT');
    return rows[0];
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
