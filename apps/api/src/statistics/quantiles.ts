import { incompleteBeta } from './incompleteBeta.ts';

/** Halvings of an interval, after which no digit of a float changes. */
const halvings = 200;

/** Where a rising function from 0 to 1 takes the value `p`. */
function solve(p: number, rising: (x: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The quantile of the F distribution with `d1` and `d2` degrees of freedom at `p`. */
export function fQuantile(p: number, d1: number, d2: number): number {
  const x = solve(p, (one) => incompleteBeta(one, d1 / 2, d2 / 2));
  return (d2 * x) / (d1 * (1 - x));
}

/** The quantile of Student's t distribution with `freedom` degrees of freedom at `p` > 0.5. */
export function tQuantile(p: number, freedom: number): number {
  return Math.sqrt(fQuantile(2 * p - 1, 1, freedom));
}
