import type { BreakerState, RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

type Try<T> = () => Promise<T>;

const wait = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));

class Unknown extends Error {}
class Open extends Error {}

const withRetry =
  <T>(inner: Try<T>, pauses = [200, 400]): Try<T> =>
  async () => {
    for (let n = 0; ; n++) {
      try {
        return await inner();
      } catch (error) {
        if (error instanceof Unknown || error instanceof Open || n >= pauses.length) throw error;
        await wait(Math.random() * pauses[n]!);
      }
    }
  };

function breaker(threshold = 5, coolDown = 10_000) {
  let failures = 0;
  let openedAt = 0;
  let probing = false;

  const state = (): BreakerState =>
    openedAt === 0 ? 'closed' : Date.now() - openedAt < coolDown ? 'open' : 'half-open';

  const wrap =
    <T>(inner: Try<T>): Try<T> =>
    async () => {
      if (state() === 'open' || probing) throw new Open();
      probing = state() === 'half-open';
      try {
        const result = await inner();
        failures = 0;
        openedAt = 0;
        return result;
      } catch (error) {
        if (error instanceof Unknown) {
          failures = 0;
          openedAt = 0;
        } else if (++failures >= threshold) {
          openedAt = Date.now();
        }
        throw error;
      } finally {
        probing = false;
      }
    };

  return { state, wrap, retryAfterMs: () => (openedAt ? Math.max(0, openedAt + coolDown - Date.now()) : 0) };
}

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const guard = breaker();
  const memory = new Map<string, { rate: number; asOf: string; at: number }>();

  const get = (currency: string) => async () => {
    const res = await fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`, {
      signal: AbortSignal.timeout(800),
      redirect: 'error',
    });
    if (res.status === 404) throw new Unknown();
    if (res.status !== 200) throw new Error(`status ${res.status}`);
    const { rate, asOf } = (await res.json()) as { rate: unknown; asOf: unknown };
    if (typeof rate !== 'number' || !(rate > 0) || typeof asOf !== 'string') throw new Error('bad body');
    return { rate, asOf };
  };

  return {
    state: guard.state,
    async rate(currency): Promise<RateAnswer> {
      try {
        const fresh = await withRetry(guard.wrap(get(currency)))();
        memory.set(currency, { ...fresh, at: Date.now() });
        return { ok: true, currency, ...fresh, stale: false };
      } catch (error) {
        if (error instanceof Unknown) return { ok: false, reason: 'unknown_currency' };
        const hit = memory.get(currency);
        if (hit && Date.now() - hit.at < 600_000) {
          return { ok: true, currency, rate: hit.rate, asOf: hit.asOf, stale: true };
        }
        return { ok: false, reason: 'unavailable', retryAfterMs: guard.retryAfterMs() };
      }
    },
  };
}
