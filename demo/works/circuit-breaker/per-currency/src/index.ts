import { z } from 'zod';
import type { BreakerState, RateAnswer, Rates } from './contract.ts';

export type { BreakerState, RateAnswer, Rates } from './contract.ts';

const RateBody = z.object({ rate: z.number().positive(), asOf: z.iso.datetime() });

class Circuit {
  failures = 0;
  openUntil = 0;
  busy = false;
  last?: { rate: number; asOf: string; at: number };

  get state(): BreakerState {
    if (!this.openUntil) return 'closed';
    return Date.now() < this.openUntil ? 'open' : 'half-open';
  }
}

/** A client of the rates' service at `url`, such as `https://rates.test`. */
export function createRates(url: string): Rates {
  const circuits = new Map<string, Circuit>();

  function circuitOf(currency: string): Circuit {
    const circuit = circuits.get(currency) ?? new Circuit();
    circuits.set(currency, circuit);
    return circuit;
  }

  async function request(currency: string) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 800);
    try {
      const response = await fetch(`${url}/v1/rates/${encodeURIComponent(currency)}`, {
        signal: controller.signal,
      });
      if (response.status === 404) return null;
      return RateBody.parse(await response.json());
    } finally {
      clearTimeout(timer);
    }
  }

  function fallback(currency: string, circuit: Circuit): RateAnswer {
    if (circuit.last && circuit.last.at + 600_000 > Date.now()) {
      const { rate, asOf } = circuit.last;
      return { ok: true, currency, rate, asOf, stale: true };
    }
    return {
      ok: false,
      reason: 'unavailable',
      retryAfterMs: Math.max(0, circuit.openUntil - Date.now()),
    };
  }

  return {
    async rate(currency) {
      const circuit = circuitOf(currency);
      if (circuit.state === 'open' || circuit.busy) return fallback(currency, circuit);
      const tries = circuit.state === 'half-open' ? 1 : 3;
      circuit.busy = tries === 1;
      for (let i = 1; i <= tries; i++) {
        try {
          const body = await request(currency);
          circuit.failures = 0;
          circuit.openUntil = 0;
          circuit.busy = false;
          if (body === null) return { ok: false, reason: 'unknown_currency' };
          circuit.last = { ...body, at: Date.now() };
          return { ok: true, currency, ...body, stale: false };
        } catch {
          circuit.failures++;
          if (circuit.failures >= 5 || tries === 1) circuit.openUntil = Date.now() + 10_000;
          if (circuit.state === 'open') break;
          if (i < tries) await new Promise((r) => setTimeout(r, Math.random() * 200 * i));
        }
      }
      circuit.busy = false;
      return fallback(currency, circuit);
    },
    state: () => {
      const states = [...circuits.values()].map((circuit) => circuit.state);
      return states.find((state) => state !== 'closed') ?? 'closed';
    },
  };
}
