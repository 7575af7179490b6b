import { z } from 'zod';
import type { BreakerState, RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

const THRESHOLD = 5;
const COOL_DOWN = 10_000;
const TIMEOUT = 800;
const STALE = 10 * 60 * 1000;
const BACKOFF = [200, 400];

const Body = z.object({ rate: z.number().positive(), asOf: z.string() });
type Body = z.infer<typeof Body>;

type Outcome = { kind: 'rate'; body: Body } | { kind: 'unknown' } | { kind: 'failure' };

class CircuitBreaker {
  private failures = 0;
  private openedAt: number | null = null;
  private probing = false;
  private generation = 0;

  get state(): BreakerState {
    if (this.openedAt === null) return 'closed';
    return Date.now() - this.openedAt >= COOL_DOWN ? 'half-open' : 'open';
  }

  get retryAfterMs(): number {
    if (this.openedAt === null) return 0;
    return Math.max(0, this.openedAt + COOL_DOWN - Date.now());
  }

  /** A ticket for one try, or null when nothing may be sent. */
  admit(): { probe: boolean; generation: number } | null {
    switch (this.state) {
      case 'closed':
        return { probe: false, generation: this.generation };
      case 'open':
        return null;
      case 'half-open':
        if (this.probing) return null;
        this.probing = true;
        return { probe: true, generation: this.generation };
    }
  }

  settle(ticket: { probe: boolean; generation: number }, ok: boolean): void {
    // Somebody opened or closed it since this try went out: it has nothing to say any more.
    if (ticket.generation !== this.generation) return;
    if (ok) {
      if (ticket.probe) this.become(null);
      this.failures = 0;
      return;
    }
    this.failures += 1;
    if (ticket.probe || this.failures >= THRESHOLD) this.become(Date.now());
  }

  private become(openedAt: number | null): void {
    this.openedAt = openedAt;
    this.probing = false;
    this.failures = 0;
    this.generation += 1;
  }
}

async function ask(url: string, currency: string): Promise<Outcome> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT);
  try {
    const response = await fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`, {
      signal: controller.signal,
      redirect: 'manual',
    });
    if (response.status === 404) return { kind: 'unknown' };
    if (response.status !== 200) return { kind: 'failure' };
    const parsed = Body.safeParse(await response.json());
    return parsed.success ? { kind: 'rate', body: parsed.data } : { kind: 'failure' };
  } catch {
    return { kind: 'failure' };
  } finally {
    clearTimeout(timer);
  }
}

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const breaker = new CircuitBreaker();
  const cache = new Map<string, Body & { at: number }>();

  const fallback = (currency: string): RateAnswer => {
    const hit = cache.get(currency);
    if (hit && Date.now() - hit.at < STALE) {
      return { ok: true, currency, rate: hit.rate, asOf: hit.asOf, stale: true };
    }
    return { ok: false, reason: 'unavailable', retryAfterMs: breaker.retryAfterMs };
  };

  return {
    async rate(currency) {
      for (let attempt = 0; attempt <= BACKOFF.length; attempt += 1) {
        const ticket = breaker.admit();
        if (!ticket) return fallback(currency);
        const outcome = await ask(url, currency);
        breaker.settle(ticket, outcome.kind !== 'failure');
        if (outcome.kind === 'unknown') return { ok: false, reason: 'unknown_currency' };
        if (outcome.kind === 'rate') {
          cache.set(currency, { ...outcome.body, at: Date.now() });
          return { ok: true, currency, ...outcome.body, stale: false };
        }
        const pause = BACKOFF[attempt];
        if (pause === undefined || ticket.probe) break;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * pause));
      }
      return fallback(currency);
    },
    state: () => breaker.state,
  };
}
