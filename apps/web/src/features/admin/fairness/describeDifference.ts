import type { Figure } from '@assay/contracts/http';

/** What a reviewer's difference amounts to, in neutral words. */
export function describeDifference({ estimate }: Figure): string {
  if (estimate === undefined) return '';
  const { value, low = value, high = value } = estimate;
  if (low <= 0 && high >= 0) return 'No difference that can be told from chance';
  return value > 0 ? 'Gives more points on the same work' : 'Gives fewer points on the same work';
}
