import { logGamma } from './incompleteBeta.ts';

/** Tables that are as likely but for the last digits of a float count as equally likely, as R's fisher.test has it. */
const likeness = 1 + 1e-7;

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * How likely a difference as great as this is where there is none, two-sided: of `n1` in one group `x1` were selected, of
 * `n2` in the other `x2`. Fisher's exact test, which holds for small groups: the sum of all tables with the same margins
 * that are at most as likely as the one that was seen.
 *
 * Source: R. A. Fisher, "Statistical Methods for Research Workers" (1934), section 21.02.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number {
  const selected = x1 + x2;
  const likelihood = (x: number) =>
    Math.exp(logChoose(n1, x) + logChoose(n2, selected - x) - logChoose(n1 + n2, selected));
  const seen = likelihood(x1) * likeness;
  let sum = 0;
  for (let x = Math.max(0, selected - n2); x <= Math.min(n1, selected); x += 1) {
    const one = likelihood(x);
    if (one <= seen) sum += one;
  }
  return Math.min(1, sum);
}
