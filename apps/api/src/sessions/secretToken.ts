import { createHash, createHmac, randomBytes } from 'node:crypto';

/** An unguessable token of 256 bits, fit for an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A token that the holder of `secret` can make again for the same `purpose`. */
export function derivedToken(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url');
}

/** What is stored of a token: SHA-256, hex. Tokens are random enough to need no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
