import type { ReviewRule } from '@assay/contracts/http';
import { spread } from './aggregate.ts';

/**
 * How many reviews an attempt wants after one was submitted. The first time that all who were wanted have submitted,
 * at least two of them, and differ at a criterion by as much as the rule says, one further reviewer is called. There
 * is no second call: with the further review the median decides.
 */
export function countWanted(
  rule: ReviewRule,
  reviews: {
    /** What a call before this one made of the number; null as long as there was none. */
    called: number | null;
    submitted: number;
    /** Of each criterion, all submitted scores. */
    scores: readonly (readonly number[])[];
  },
): { wanted: number; called: number | null } {
  const { called, submitted, scores } = reviews;
  if (called !== null) return { wanted: called, called };
  const isFirstTime = submitted >= Math.max(rule.reviewers, 2);
  if (isFirstTime && scores.some((of) => spread(of) >= rule.furtherAt))
    return { wanted: submitted + 1, called: submitted + 1 };
  return { wanted: rule.reviewers, called };
}
