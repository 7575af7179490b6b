import { z } from 'zod';

const timeoutMs = 800;
const KnownRate = z.object({ rate: z.number().positive(), asOf: z.string() });
export type KnownRate = z.infer<typeof KnownRate>;

/** `failed` says something about the service, the other two about the currency. */
export type Try = { outcome: 'found'; known: KnownRate } | { outcome: 'unknown' | 'failed' };

/** Asks the service once. Never rejects. */
export async function askRate(url: string, currency: string): Promise<Try> {
  try {
    const response = await fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 404) return { outcome: 'unknown' };
    if (response.status !== 200) return { outcome: 'failed' };
    return { outcome: 'found', known: KnownRate.parse(await response.json()) };
  } catch {
    return { outcome: 'failed' };
  }
}
