import type { RequestHandler } from 'express';
import { ApiError } from '../http/apiError.ts';
import { isGenuine } from './isGenuine.ts';

export function requireSignature(secrets: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    const body = Buffer.from(normalise(req.body));
    if (!isGenuine(req.get('locker-signature') ?? '', body, secrets, Date.now()))
      throw new ApiError('invalid_signature', 'This was not signed by the locker network.');
    next();
  };
}

function normalise(body: Buffer): string {
  try {
    return JSON.stringify(JSON.parse(body.toString()));
  } catch {
    return '';
  }
}
