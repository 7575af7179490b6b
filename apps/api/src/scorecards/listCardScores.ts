import type { ScoredCriterion } from '@assay/contracts/http';
import type { ScorecardRecord } from '@assay/db';

/** The criteria of submitted scorecards of one interview, each with the levels that were given; what was not seen has none. */
export function listCardScores(
  cards: readonly ScorecardRecord[],
): { criterion: ScoredCriterion; scores: number[] }[] {
  const submitted = cards.filter(({ submittedAt }) => submittedAt !== null);
  const criteria = new Map(
    submitted.flatMap((card) => (card.criteria ?? []).map((one) => [one.key, one] as const)),
  );
  return [...criteria.values()].map((criterion) => ({
    criterion,
    scores: submitted.flatMap(({ scores }) =>
      scores.flatMap((one) =>
        one.criterion === criterion.key && one.level !== null ? [one.level] : [],
      ),
    ),
  }));
}
