import type { RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const history = new Map<string, RateAnswer>();
  let errors = 0;
  let blockedUntil = 0;

  async function once(currency: string): Promise<RateAnswer | null> {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 800);
    const response = await fetch(`${url}/v1/rates/${currency}`, { signal: abort.signal });
    if (response.status === 404) return { ok: false, reason: 'unknown_currency' };
    if (!response.ok) return null;
    const { rate, asOf } = (await response.json()) as { rate: number; asOf: string };
    if (!rate || !asOf) return null;
    return { ok: true, currency, rate, asOf, stale: false };
  }

  return {
    async rate(currency) {
      const blocked = blockedUntil > Date.now();
      for (let turn = 0; turn < 3 && !blocked; turn++) {
        const answer = await once(currency).catch(() => null);
        if (answer) {
          errors = 0;
          history.set(currency, answer);
          return answer;
        }
        errors += 1;
        if (errors === 5) {
          blockedUntil = Date.now() + 10_000;
          errors = 0;
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 200 * (turn + 1)));
      }
      const known = history.get(currency);
      if (known?.ok) return { ...known, stale: true };
      return { ok: false, reason: 'unavailable', retryAfterMs: Math.max(0, blockedUntil - Date.now()) };
    },
    state() {
      if (blockedUntil === 0) return 'closed';
      return blockedUntil > Date.now() ? 'open' : 'half-open';
    },
  };
}
