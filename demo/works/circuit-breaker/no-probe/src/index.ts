import type { RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

const TRIES = 3;
const OPEN_MS = 10_000;

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  let fails = 0;
  let openedAt: number | undefined;

  // closed -> open after 5; open -> closed after 10 s. Half-open is still missing!
  function isOpen(): boolean {
    if (openedAt !== undefined && Date.now() >= openedAt + OPEN_MS) {
      openedAt = undefined;
      fails = 0;
    }
    return openedAt !== undefined;
  }

  async function tryOnce(currency: string): Promise<RateAnswer> {
    const response = await fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`, {
      signal: AbortSignal.timeout(800),
    });
    if (response.status === 404) return { ok: false, reason: 'unknown_currency' };
    if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
    const { rate, asOf } = (await response.json()) as { rate: number; asOf: string };
    return { ok: true, currency, rate, asOf, stale: false };
  }

  return {
    async rate(currency) {
      for (let n = 0; n < TRIES && !isOpen(); n++) {
        try {
          const answer = await tryOnce(currency);
          fails = 0;
          return answer;
        } catch {
          fails += 1;
          if (fails === 5) openedAt = Date.now();
        }
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 200 * (n + 1)));
      }
      return {
        ok: false,
        reason: 'unavailable',
        retryAfterMs: openedAt === undefined ? 0 : openedAt + OPEN_MS - Date.now(),
      };
    },
    state: () => (isOpen() ? 'open' : 'closed'),
  };
}
