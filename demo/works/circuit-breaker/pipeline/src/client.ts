import type { RateAnswer, Rates } from './contract.ts';
import { createGate } from './gate.ts';
import { fetchRate, type Fetched } from './fetchRate.ts';
import { retrying } from './retrying.ts';

const rememberMs = 600_000;

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const gate = createGate({ failures: 5, restMs: 10_000 });
  const remembered = new Map<string, { rate: number; asOf: string; arrivedAt: number }>();

  async function rate(currency: string): Promise<RateAnswer> {
    const fetched = await retrying({ pausesMs: [200, 400], gate }, () => fetchRate(url, currency));
    if (fetched === 'unknown') return { ok: false, reason: 'unknown_currency' };
    if (fetched !== undefined) {
      remembered.set(currency, { ...fetched, arrivedAt: Date.now() });
      return toAnswer(currency, fetched, false);
    }
    const memory = remembered.get(currency);
    if (memory !== undefined && Date.now() < memory.arrivedAt + rememberMs)
      return toAnswer(currency, memory, true);
    return { ok: false, reason: 'unavailable', retryAfterMs: gate.restsForMs() };
  }

  return { rate, state: gate.state };
}

function toAnswer(
  currency: string,
  { rate, asOf }: Exclude<Fetched, 'unknown' | undefined>,
  stale: boolean,
): RateAnswer {
  return { ok: true, currency, rate, asOf, stale };
}
