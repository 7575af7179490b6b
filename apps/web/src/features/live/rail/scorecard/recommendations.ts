import type { Recommendation } from '@assay/contracts/http';

/** Recommendations in words, from the strongest on. */
export const recommendations = [
  { value: 'strong_yes', label: 'Strong yes' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'strong_no', label: 'Strong no' },
] as const satisfies { value: Recommendation; label: string }[];

export function describeRecommendation(recommendation: Recommendation | null): string {
  return recommendations.find(({ value }) => value === recommendation)?.label ?? 'None';
}
