import type { RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

type Known = { rate: number; asOf: string };

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Another style: one closure, and an epoch by which results from before the breaker's last change are known. */
export function createRates(url: string): Rates {
  const memory = new Map<string, { known: Known; at: number }>();
  let failures = 0;
  let opened = -Infinity;
  let broken = false;
  let trial = false;
  let epoch = 0;

  const left = () => (broken && !trial ? Math.max(0, opened + 10_000 - Date.now()) : 0);
  const state = () => (!broken ? 'closed' : left() > 0 ? 'open' : 'half-open');

  function settle(sentIn: number, good: boolean): void {
    if (sentIn !== epoch) return;
    failures = good ? 0 : failures + 1;
    if (good ? !broken : !trial && failures < 5) return;
    broken = !good;
    trial = false;
    opened = Date.now();
    epoch += 1;
  }

  /** A rate, null if there is no such currency, undefined if nobody knows. */
  async function ask(currency: string): Promise<Known | null | undefined> {
    try {
      const response = await fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`, {
        signal: AbortSignal.timeout(800),
      });
      if (response.status === 404) return null;
      if (response.status !== 200) return undefined;
      const { rate: number, asOf } = (await response.json()) as Record<string, unknown>;
      if (typeof number !== 'number' || number <= 0 || typeof asOf !== 'string') return undefined;
      return { rate: number, asOf };
    } catch {
      return undefined;
    }
  }

  function give(currency: string, known: Known, stale: boolean): RateAnswer {
    return { ok: true, currency, ...known, stale };
  }

  async function rate(currency: string): Promise<RateAnswer> {
    for (const longest of [200, 400, 0]) {
      if (trial || left() > 0) break;
      trial = broken;
      const sentIn = epoch;
      const known = await ask(currency);
      settle(sentIn, known !== undefined);
      if (known === null) return { ok: false, reason: 'unknown_currency' };
      if (known) {
        memory.set(currency, { known, at: Date.now() });
        return give(currency, known, false);
      }
      if (broken || longest === 0) break;
      await sleep(Math.random() * longest);
    }
    const last = memory.get(currency);
    if (last && Date.now() < last.at + 600_000) return give(currency, last.known, true);
    return { ok: false, reason: 'unavailable', retryAfterMs: left() };
  }

  return { rate, state };
}
