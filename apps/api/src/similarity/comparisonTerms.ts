import type { ComparisonTerms } from '@assay/db';

/**
 * What makes a pair. Independent solutions of the repository's challenges share 0 to 7 percent, in a few 20; copies
 * with other names, another order and statements taken apart 40 and more.
 */
export const comparisonTerms: ComparisonTerms = {
  frequentFrom: 12,
  frequentPercent: 25,
  minPieces: 15,
  minPercent: 10,
};

/** Attempts at a challenge from which on it says how much pairs share; eight are 28 pairs. */
export const minRatedAttempts = 8;
