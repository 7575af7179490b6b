import type { BreakerState, RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

export function createRates(url: string): Rates {
  let failed = 0;
  let openUntil = 0;
  let trial = false;
  const last: Record<string, { rate: number; asOf: string; when: number }> = {};

  function state(): BreakerState {
    if (openUntil === 0) return 'closed';
    return Date.now() < openUntil ? 'open' : 'half-open';
  }

  function onFailure() {
    failed++;
    if (failed >= 5) {
      openUntil = Date.now() + 10000;
    }
  }

  function onSuccess() {
    failed = 0;
    openUntil = 0;
  }

  function old(currency: string): RateAnswer {
    const known = last[currency];
    if (known && Date.now() - known.when < 600000) {
      return { ok: true, currency, rate: known.rate, asOf: known.asOf, stale: true };
    }
    return {
      ok: false,
      reason: 'unavailable',
      retryAfterMs: Math.max(openUntil - Date.now(), 0),
    };
  }

  async function rate(currency: string): Promise<RateAnswer> {
    if (state() === 'open' || trial) return old(currency);
    const tries = state() === 'half-open' ? 1 : 3;
    if (tries === 1) trial = true;

    for (let i = 0; i < tries; i++) {
      if (i > 0) {
        await sleep(Math.random() * 200 * i);
        if (state() !== 'closed') return old(currency);
      }
      try {
        const res = await Promise.race([
          fetch(url + '/v1/rates/' + encodeURIComponent(currency)),
          sleep(800).then(() => {
            throw new Error('too slow');
          }),
        ]);
        if (res.status === 404) {
          onSuccess();
          trial = false;
          return { ok: false, reason: 'unknown_currency' };
        }
        if (res.status !== 200) throw new Error('status ' + res.status);
        const body: any = await res.json();
        if (typeof body.rate !== 'number' || body.rate <= 0) throw new Error('no rate');
        if (typeof body.asOf !== 'string') throw new Error('no date');
        last[currency] = { rate: body.rate, asOf: body.asOf, when: Date.now() };
        onSuccess();
        trial = false;
        return { ok: true, currency, rate: body.rate, asOf: body.asOf, stale: false };
      } catch {
        onFailure();
      }
    }
    trial = false;
    return old(currency);
  }

  return { rate, state };
}
