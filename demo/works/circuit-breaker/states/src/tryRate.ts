import { z } from 'zod';

const Known = z.object({ rate: z.number().positive(), asOf: z.string() });
export type Known = z.infer<typeof Known>;

const patienceMs = 800;

/** One try. Rejects never: what went wrong is `failed`, whatever it was. */
export async function tryRate(url: string, currency: string): Promise<Known | 'unknown' | 'failed'> {
  try {
    const response = await fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status === 404) return 'unknown';
    if (response.status !== 200) return 'failed';
    return Known.parse(await response.json());
  } catch {
    return 'failed';
  }
}
