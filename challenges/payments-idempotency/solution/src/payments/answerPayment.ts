import type { Response } from 'express';
import { ApiError } from '../http/apiError.ts';
import type { Payment } from './payment.ts';

/** Tells the client what became of a payment; the first time and every other time in the same way. */
export function answerPayment(res: Response, payment: Payment): void {
  switch (payment.status) {
    case 'paid':
      res.status(201).json(payment);
      return;
    case 'declined':
      throw new ApiError('card_declined', 'The card was declined. Nothing was charged.');
    case 'rejected':
      throw new ApiError('provider_rejected', 'The payment cannot be made. Nothing was charged.');
    case 'pending':
      throw new ApiError(
        'provider_unavailable',
        'We do not know yet whether the card was charged. Repeat this request to find out.',
      );
  }
}
