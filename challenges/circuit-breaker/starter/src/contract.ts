export type RateAnswer =
  | { ok: true; currency: string; rate: number; asOf: string; stale: boolean }
  | { ok: false; reason: 'unknown_currency' }
  | { ok: false; reason: 'unavailable'; retryAfterMs: number };

export type BreakerState = 'closed' | 'open' | 'half-open';

export type Rates = {
  /** What one euro costs in a currency. Never rejects. */
  rate(currency: string): Promise<RateAnswer>;
  state(): BreakerState;
};
