import type { Recommendation } from '@assay/contracts/http';
import { recommendationNames } from '@assay/contracts/report';

/** Recommendations in words, from the strongest on. */
export const recommendations = (['strong_yes', 'yes', 'no', 'strong_no'] as const).map((value) => ({
  value,
  label: recommendationNames[value],
}));

export function describeRecommendation(recommendation: Recommendation | null): string {
  return recommendation === null ? 'None' : recommendationNames[recommendation];
}
