import type { BreakerState, RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

const after = (ms: number) => new Promise<'late'>((resolve) => setTimeout(resolve, ms, 'late'));

type Rate = { rate: number; asOf: string };

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const cache: Record<string, Rate & { receivedAt: number }> = Object.create(null);
  let failuresInARow = 0;
  let reopensAt: number | null = null;
  let probe: Promise<unknown> | null = null;

  const state = (): BreakerState =>
    reopensAt === null ? 'closed' : Date.now() < reopensAt ? 'open' : 'half-open';

  /** Resolves with a rate, null for an unknown currency; throws for everything that counts as a failure. */
  const attempt = async (currency: string): Promise<Rate | null> => {
    const response = await Promise.race([
      fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`),
      after(800),
    ]);
    if (response === 'late') throw new Error('late');
    if (response.status === 404) return null;
    const body = await response.json();
    if (response.status !== 200 || !(body.rate > 0) || typeof body.asOf !== 'string') throw new Error('wrong');
    return { rate: body.rate, asOf: body.asOf };
  };

  const counted = async (currency: string) => {
    try {
      const result = await attempt(currency);
      failuresInARow = 0;
      reopensAt = null;
      return result;
    } catch {
      failuresInARow += 1;
      if (failuresInARow >= 5 || probe !== null) reopensAt = Date.now() + 10_000;
      return undefined;
    }
  };

  const answer = (currency: string, found: Rate | null | undefined): RateAnswer => {
    if (found === null) return { ok: false, reason: 'unknown_currency' };
    if (found) {
      cache[currency] = { ...found, receivedAt: Date.now() };
      return { ok: true, currency, ...found, stale: false };
    }
    const old = cache[currency];
    if (old && Date.now() < old.receivedAt + 10 * 60 * 1000) {
      return { ok: true, currency, rate: old.rate, asOf: old.asOf, stale: true };
    }
    return { ok: false, reason: 'unavailable', retryAfterMs: Math.max(0, (reopensAt ?? 0) - Date.now()) };
  };

  return {
    state,
    async rate(currency) {
      if (state() === 'half-open' && probe === null) {
        const trial = counted(currency);
        probe = trial;
        const found = await trial;
        probe = null;
        return answer(currency, found);
      }
      let found: Rate | null | undefined;
      for (const pause of [200, 400, 0]) {
        if (state() !== 'closed') break;
        found = await counted(currency);
        if (found !== undefined || pause === 0) break;
        await after(Math.random() * pause);
      }
      return answer(currency, found);
    },
  };
}
