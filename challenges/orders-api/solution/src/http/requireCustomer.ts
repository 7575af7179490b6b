import type { Request, RequestHandler } from 'express';
import { ApiError } from './apiError.ts';

const customerHeader = 'x-customer-id';

/** Refuses requests that the gateway has not authenticated. */
export const requireCustomer: RequestHandler = (req, _res, next) => {
  customerOf(req);
  next();
};

export function customerOf(req: Request): string {
  const customerId = req.get(customerHeader)?.trim();
  if (!customerId)
    throw new ApiError('unauthenticated', `The header ${customerHeader} is missing.`);
  return customerId;
}
