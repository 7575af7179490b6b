import type { RateAnswer, Rates } from './contract.ts';
import { Breaker } from './breaker.ts';
import { type Known, tryRate } from './tryRate.ts';

const longestPausesMs = [200, 400];
const usableForMs = 10 * 60_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const breaker = new Breaker({ failures: 5, openMs: 10_000 });
  const known = new Map<string, Known & { at: number }>();

  async function ask(currency: string): Promise<RateAnswer | undefined> {
    for (const pauseMs of [0, ...longestPausesMs]) {
      if (pauseMs > 0) await sleep(Math.random() * pauseMs);
      const leave = breaker.leave();
      if (!leave) return undefined;
      const outcome = await tryRate(url, currency);
      leave(outcome !== 'failed');
      if (outcome === 'unknown') return { ok: false, reason: 'unknown_currency' };
      if (outcome !== 'failed') {
        known.set(currency, { ...outcome, at: Date.now() });
        return { ok: true, currency, ...outcome, stale: false };
      }
      if (breaker.state() !== 'closed') return undefined;
    }
    return undefined;
  }

  function fallBack(currency: string): RateAnswer {
    const last = known.get(currency);
    if (last !== undefined && Date.now() - last.at < usableForMs)
      return { ok: true, currency, rate: last.rate, asOf: last.asOf, stale: true };
    return { ok: false, reason: 'unavailable', retryAfterMs: breaker.opensInMs() };
  }

  return {
    rate: async (currency) => (await ask(currency)) ?? fallBack(currency),
    state: () => breaker.state(),
  };
}
