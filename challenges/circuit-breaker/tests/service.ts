import { upstream } from 'world';

export const url = 'https://rates.test';
export const asOf = '2030-01-01T08:59:00Z';
export const service = upstream(url);

const rates: Record<string, number> = { USD: 1.25, JPY: 160, CHF: 0.95, 'A/B?': 2 };

beforeEach(() => {
  service.reply('GET /v1/rates/:currency', ({ params }) => {
    const rate = rates[params.currency ?? ''];
    return rate === undefined ? { status: 404 } : { body: { rate, asOf, note: 'mid-market' } };
  });
});

export const fresh = (currency: string) => ({
  ok: true,
  currency,
  rate: rates[currency],
  asOf,
  stale: false,
});
export const stale = (currency: string) => ({ ...fresh(currency), stale: true });
export const unavailable = (retryAfterMs: number) => ({
  ok: false,
  reason: 'unavailable',
  retryAfterMs,
});
