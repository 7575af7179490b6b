import type { ScorecardDraft, ScoredCriterion } from '@assay/contracts/http';

/** What keeps a scorecard from being submitted; `key` is the criterion's, or `recommendation`. */
export type MissingScore = { key: string; title: string; lacks: string };

/** Everything that a scorecard lacks, in the order of the page. */
export function missingScores(
  criteria: readonly ScoredCriterion[],
  { scores, recommendation }: ScorecardDraft,
): MissingScore[] {
  const missing = criteria.flatMap(({ key, title }) => {
    const score = scores.find(({ criterion }) => criterion === key);
    if (score?.unobserved) return [];
    const noLevel = score === undefined || score.level === null;
    const noNote = score === undefined || score.note.trim() === '';
    if (!noLevel && !noNote) return [];
    return [
      {
        key,
        title,
        lacks: noLevel && noNote ? 'a level and a note' : noLevel ? 'a level' : 'a note',
      },
    ];
  });
  return recommendation === null
    ? [...missing, { key: 'recommendation', title: 'Recommendation', lacks: 'a choice' }]
    : missing;
}
