import type { RequestHandler } from 'express';
import { ApiError } from '../http/apiError.ts';
import { isGenuine } from './isGenuine.ts';

/** Lets only those deliveries through that were signed with one of `secrets`, and lately. Needs the raw body. */
export function requireSignature(secrets: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    const body: Buffer = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    const genuine = isGenuine(req.get('locker-signature') ?? '', body, secrets, Date.now());
    if (!genuine)
      throw new ApiError('invalid_signature', 'This was not signed by the locker network.');
    next();
  };
}
