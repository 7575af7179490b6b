import { newToken } from './secretToken.ts';

/** By which scanners of leaked secrets know a token of ours. */
const prefix = 'assay_';

/** A new token for a program, of 256 random bits. */
export const newBearerToken = (): string => `${prefix}${newToken()}`;

/** The token of an `Authorization` header; `undefined` where it names another way, as a proxy's password is. */
export function readBearer(authorization: string | undefined): string | undefined {
  return /^Bearer\b *(.*)$/i.exec(authorization ?? '')?.[1];
}
