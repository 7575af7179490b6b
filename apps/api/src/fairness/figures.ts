import type { Figure } from '@assay/contracts/http';
import { correlationInterval } from '#statistics/correlationInterval.ts';
import { minimum } from '#statistics/minimum.ts';
import { wilsonInterval } from '#statistics/wilsonInterval.ts';

/** The share that `count` is of `n`; silent where there are too few. */
export function shareFigure(count: number, n: number): Figure {
  const needed = minimum.share;
  if (n < needed) return { n, needed };
  return { n, needed, estimate: { value: count / n, ...wilsonInterval(count, n) } };
}

/** A correlation over `n` works, null where it cannot be computed; silent where there are too few. */
export function correlationFigure(correlation: number | null, n: number): Figure {
  const needed = minimum.relation;
  if (n < needed || correlation === null) return { n, needed };
  return { n, needed, estimate: { value: correlation, ...correlationInterval(correlation, n) } };
}
