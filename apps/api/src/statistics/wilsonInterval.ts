import { z95 } from './normalQuantile.ts';

export type Interval = { low: number; high: number };

/**
 * Between which shares the true one lies with 95 % confidence, when `successes` of `n` were seen; both ends are
 * between 0 and 1. Wilson's score interval, which holds for small n and for shares of 0 and 1, too.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927); method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
 */
export function wilsonInterval(successes: number, n: number): Interval {
  const share = successes / n;
  const square = z95 * z95;
  const middle = share + square / (2 * n);
  const half = z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const whole = 1 + square / n;
  return {
    low: successes === 0 ? 0 : (middle - half) / whole,
    high: successes === n ? 1 : (middle + half) / whole,
  };
}
