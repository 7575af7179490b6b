/** What reviewers gave one criterion. `group` is the challenge, or the part of an interview, that it belongs to. */
export type Scored = { group: string; scores: readonly number[]; override?: number | undefined };

/** The middle score; with an even number of them the mean of the two in the middle. Of none it is 0. */
function median(scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => a - b);
  const [low = 0, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

/** Points between the highest and the lowest score. */
export function spread(scores: readonly number[]): number {
  return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
}

/**
 * What scores come to, as `docs/grading.md` states it: of a criterion the median of its scores, or what a person put
 * in its place; of a group the mean of its criteria; of the whole the mean of its groups, each counting the same.
 */
export function aggregate<Criterion extends Scored>(criteria: readonly Criterion[]) {
  const valued = criteria
    .filter(({ scores, override }) => scores.length > 0 || override !== undefined)
    .map((criterion) => ({
      ...criterion,
      median: median(criterion.scores),
      spread: spread(criterion.scores),
      value: criterion.override ?? median(criterion.scores),
    }));
  const groups = [...Map.groupBy(valued, ({ group }) => group)].map(([group, of]) => ({
    group,
    value: mean(of.map(({ value }) => value)),
  }));
  return {
    criteria: valued,
    groups,
    ...(groups.length > 0 && { value: mean(groups.map(({ value }) => value)) }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
