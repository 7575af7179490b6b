import type { Scorecard, ScoredCriterion } from '@assay/contracts/http';
import type { ScorecardRecord } from '@assay/db';

/** A scorecard, scored by `criteria` as long as it is not submitted. An empty draft until something is written. */
export function presentScorecard(
  found: ScorecardRecord | undefined,
  criteria: ScoredCriterion[],
): Scorecard {
  const { scores = [], recommendation = null, summary = '', submittedAt } = found ?? {};
  return {
    scores,
    recommendation,
    summary,
    state: submittedAt ? 'submitted' : 'draft',
    ...(submittedAt && { submittedAt: submittedAt.toISOString() }),
    criteria: found?.criteria ?? criteria,
  };
}
