import type { Request } from 'express';
import { z } from 'zod';
import { ApiError } from '../http/apiError.ts';

const Text = z.string().min(1).max(100);
const PaymentRequest = z.object({ key: Text, bookingId: Text, cardToken: Text });
export type PaymentRequest = z.infer<typeof PaymentRequest>;

/** What a client asks for. Throws invalid_request. */
export function parsePaymentRequest(req: Request): PaymentRequest {
  const result = PaymentRequest.safeParse({ ...req.body, key: req.get('idempotency-key') });
  if (result.success) return result.data;
  throw new ApiError('invalid_request', z.prettifyError(result.error));
}
