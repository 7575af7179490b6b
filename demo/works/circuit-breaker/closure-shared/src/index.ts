// retries, breaker and memory of the rates client
import type { BreakerState, RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

export function createRates(url: string): Rates {
  let misses = 0;
  let sleepingTill = 0;
  let probing = false;
  const seen: Record<string, { rate: number; asOf: string; since: number }> = {};

  function state(): BreakerState {
    if (sleepingTill === 0) return 'closed';
    return Date.now() < sleepingTill ? 'open' : 'half-open';
  }

  function noteFailure() {
    misses++;
    if (misses >= 5) {
      sleepingTill = Date.now() + 10 * 1000;
    }
  }

  function noteSuccess() {
    misses = 0;
    sleepingTill = 0;
  }

  function remembered(currency: string): RateAnswer {
    const known = seen[currency];
    if (known && Date.now() - known.since < 10 * 60 * 1000) {
      return { ok: true, currency, rate: known.rate, asOf: known.asOf, stale: true };
    }
    return {
      ok: false,
      reason: 'unavailable',
      retryAfterMs: Math.max(sleepingTill - Date.now(), 0),
    };
  }

  async function rate(currency: string): Promise<RateAnswer> {
    if (state() === 'open' || probing) return remembered(currency);
    const rounds = state() === 'half-open' ? 1 : 3;
    if (rounds === 1) probing = true;

    for (let i = 0; i < rounds; i++) {
      if (i > 0) {
        await pause(Math.random() * 200 * i);
        if (state() !== 'closed') return remembered(currency);
      }
      try {
        const res = await Promise.race([
          fetch(url + '/v1/rates/' + encodeURIComponent(currency)),
          pause(800).then(() => {
            throw new Error('too slow');
          }),
        ]);
        if (res.status === 404) {
          noteSuccess();
          probing = false;
          return { ok: false, reason: 'unknown_currency' };
        }
        if (res.status !== 200) throw new Error('status ' + res.status);
        const body: any = await res.json();
        if (typeof body.rate !== 'number' || body.rate <= 0) throw new Error('no rate');
        if (typeof body.asOf !== 'string') throw new Error('no date');
        seen[currency] = { rate: body.rate, asOf: body.asOf, since: Date.now() };
        noteSuccess();
        probing = false;
        return { ok: true, currency, rate: body.rate, asOf: body.asOf, stale: false };
      } catch {
        noteFailure();
      }
    }
    probing = false;
    return remembered(currency);
  }

  return {
    rate,
    state,
  };
}
