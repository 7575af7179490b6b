import { z } from 'zod';

const chargesUrl = 'https://pay.test/v1/charges';
const Charge = z.object({ id: z.string() });

export type ChargeOrder = { key: string; amountCents: number; source: string; reference: string };

/** `unknown`: the card may have been charged, or not; a later try with the same key will tell. */
export type ProviderAnswer =
  | { outcome: 'paid'; chargeId: string }
  | { outcome: 'declined' | 'rejected' }
  | { outcome: 'unknown'; retryAfterMs: number };

/** Asks the provider once to charge a card. Never rejects. */
export async function askProvider({ key, ...charge }: ChargeOrder): Promise<ProviderAnswer> {
  try {
    const response = await fetch(chargesUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(charge),
    });
    return await understand(response);
  } catch {
    return { outcome: 'unknown', retryAfterMs: 0 };
  }
}

async function understand(response: Response): Promise<ProviderAnswer> {
  const { status } = response;
  if (response.ok) return { outcome: 'paid', chargeId: Charge.parse(await response.json()).id };
  if (status === 402) return { outcome: 'declined' };
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    return { outcome: 'unknown', retryAfterMs: seconds * 1000 };
  }
  return { outcome: 'rejected' };
}
