import { setTimeout } from 'node:timers/promises';
import { askRate, type KnownRate } from './askRate.ts';
import { Breaker } from './breaker.ts';
import type { RateAnswer, Rates } from './contract.ts';
import { LastRates } from './lastRates.ts';

/** The longest pause before the second try, the third, …, ms. */
const pausesMs = [200, 400];

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const breaker = new Breaker();
  const lastRates = new LastRates();

  async function rate(currency: string): Promise<RateAnswer> {
    const pauses = pausesMs.values();
    const report = breaker.enter();
    while (report) {
      const result = await askRate(url, currency);
      report(result.outcome !== 'failed');
      if (result.outcome === 'unknown') return { ok: false, reason: 'unknown_currency' };
      if (result.outcome === 'found') {
        lastRates.keep(currency, result.known);
        return answer(currency, result.known, false);
      }
      const { value: longestPauseMs } = pauses.next();
      if (longestPauseMs === undefined || breaker.state !== 'closed') break;
      // Callers that failed together must not come back together.
      await setTimeout(Math.random() * longestPauseMs);
    }
    return withoutService(currency);
  }

  function withoutService(currency: string): RateAnswer {
    const known = lastRates.find(currency);
    if (known) return answer(currency, known, true);
    return { ok: false, reason: 'unavailable', retryAfterMs: breaker.remainingMs };
  }

  return { rate, state: () => breaker.state };
}

function answer(currency: string, { rate, asOf }: KnownRate, stale: boolean): RateAnswer {
  return { ok: true, currency, rate, asOf, stale };
}
