import { derivedToken, newToken } from '#sessions/secretToken.ts';
import type { Exchange } from './OpenIdProvider.ts';

/** How long somebody may take at the provider, ms. */
export const flowMs = 10 * 60_000;

/**
 * A sign-on under way, as the cookie of the browser that began it: 256 random bits, its end, and where to go then.
 * All that is sent to the provider is made from it and our secret, so that nothing has to be stored, and no
 * other browser can finish what this one began.
 */
export function beginFlow(next: string, now: Date): string {
  const target = Buffer.from(next).toString('base64url');
  return `${newToken()}.${now.getTime() + flowMs}.${target}`;
}

export const exchangeOf = (secret: string, flow: string): Exchange => ({
  state: derivedToken(secret, `sign-on state:${flow}`),
  nonce: derivedToken(secret, `sign-on nonce:${flow}`),
  verifier: derivedToken(secret, `sign-on verifier:${flow}`),
});

/** Where a flow leads, unless it is over. That it was not changed is known by its state. */
export function readFlow(flow: string, now: Date): { next: string } | undefined {
  const [, end = '', target = ''] = flow.split('.');
  if (!(Number(end) > now.getTime())) return undefined;
  return { next: Buffer.from(target, 'base64url').toString() };
}

/** A path of ours, or the first page in its place. Counters links that lead elsewhere once somebody has signed in. */
export function ownPath(asked: unknown, publicUrl: string): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, publicUrl))
    return '/';
  const url = new URL(asked, publicUrl);
  if (url.origin !== new URL(publicUrl).origin) return '/';
  // `/.//evil.example` has our origin and a path that is read as an address.
  return url.pathname.startsWith('//') ? '/' : `${url.pathname}${url.search}${url.hash}`;
}
