import { tQuantile } from './quantiles.ts';
import type { Interval } from './wilsonInterval.ts';

/**
 * Between which values a mean lies with 95 % confidence, of `n` values with the sample's standard deviation `deviation`,
 * by Student's t. `undefined` where there is nothing to say: of one value, or where all are the same.
 */
export function meanInterval(mean: number, deviation: number, n: number): Interval | undefined {
  if (n < 2 || deviation === 0) return undefined;
  const half = (tQuantile(0.975, n - 1) * deviation) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}
