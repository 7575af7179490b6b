import { pool } from '../database.ts';
import { ApiError } from '../http/apiError.ts';
import { type Payment, paymentColumns } from './payment.ts';

/** All payments of a booking, oldest first. Throws not_found. */
export async function listPayments(bookingId: string): Promise<Payment[]> {
  const booking = await pool.query('SELECT FROM bookings WHERE id = $1', [bookingId]);
  if (booking.rowCount === 0) throw new ApiError('not_found', 'There is no such booking.');
  const { rows } = await pool.query<Payment>(
    `SELECT ${paymentColumns} FROM payments WHERE booking_id = $1 ORDER BY ordinal`,
    [bookingId],
  );
  return rows;
}
