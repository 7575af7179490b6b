export type Payment = {
  id: string;
  bookingId: string;
  amountCents: number;
  /** `pending` as long as the card may or may not have been charged. */
  status: 'pending' | 'paid' | 'declined' | 'rejected';
  /** The provider's, once the card was charged. */
  chargeId: string | null;
};

/** A payment's columns under its own names, for SELECT and RETURNING. */
export const paymentColumns = `id, booking_id AS "bookingId", amount_cents AS "amountCents", status,
  charge_id AS "chargeId"`;
