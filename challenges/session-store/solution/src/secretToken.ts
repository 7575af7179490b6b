import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, so that guessing is hopeless and a plain hash is enough to keep one: there is no dictionary of these. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of a token: enough to recognise it, and useless to whoever reads it. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
