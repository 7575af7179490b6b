import { createHash, createHmac } from 'node:crypto';
import { asText } from './hostValues.ts';

/**
 * The hash of a solution's bytes, or their HMAC when there is a key; bytes are texts of one character each.
 * @returns nothing for what is no algorithm
 */
export function digest(algorithm: unknown, bytes: unknown, key: unknown): string {
  try {
    const hash =
      key === undefined
        ? createHash(asText(algorithm))
        : createHmac(asText(algorithm), Buffer.from(asText(key), 'latin1'));
    return hash.update(asText(bytes), 'latin1').digest('latin1');
  } catch {
    return '';
  }
}
