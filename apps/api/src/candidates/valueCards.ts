import type { ScorecardRecord } from '@assay/db';
import { aggregate } from '#reviews/aggregate.ts';

/** What submitted scorecards of one interview come to, by the formula of reviews; what was not seen is left out. */
export function valueCards(cards: readonly ScorecardRecord[]) {
  const submitted = cards.filter(({ submittedAt }) => submittedAt !== null);
  const criteria = new Map(
    submitted.flatMap((card) => (card.criteria ?? []).map((one) => [one.key, one] as const)),
  );
  const { value } = aggregate(
    [...criteria.values()].map(({ key, group }) => ({
      group,
      scores: submitted.flatMap(({ scores }) =>
        scores.flatMap(({ criterion, level }) =>
          criterion === key && level !== null ? [level] : [],
        ),
      ),
    })),
  );
  return {
    ...(value !== undefined && { value }),
    recommendations: submitted.flatMap(({ recommendation }) =>
      recommendation === null ? [] : [recommendation],
    ),
  };
}
