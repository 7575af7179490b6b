import { z95 } from './normalQuantile.ts';
import type { Interval } from './wilsonInterval.ts';

/**
 * Between which correlations the true one lies with 95 % confidence, when `r` was seen in `n` pairs, n > 3.
 * A correlation of exactly 1 or -1 has no interval.
 *
 * Source: R. A. Fisher, "On the 'probable error' of a coefficient of correlation deduced from a small sample",
 * Metron 1 (1921): atanh r is about normal with a standard error of 1/sqrt(n - 3).
 */
export function correlationInterval(r: number, n: number): Interval | undefined {
  if (n <= 3 || Math.abs(r) >= 1) return undefined;
  const half = z95 / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}
