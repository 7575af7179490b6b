import type { ScorecardRecord } from '@assay/db';
import { aggregate } from '#reviews/aggregate.ts';
import { listCardScores } from '#scorecards/listCardScores.ts';

/** What submitted scorecards of one interview come to, by the formula of reviews; what was not seen is left out. */
export function valueCards(cards: readonly ScorecardRecord[]) {
  const { value } = aggregate(
    listCardScores(cards).map(({ criterion, scores }) => ({ group: criterion.group, scores })),
  );
  return {
    ...(value !== undefined && { value }),
    recommendations: cards.flatMap(({ submittedAt, recommendation }) =>
      submittedAt === null || recommendation === null ? [] : [recommendation],
    ),
  };
}
