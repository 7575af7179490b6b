import { type Database, listDecisions, listOverrides, listSubmittedReviews } from '@assay/db';
import { aggregate } from './aggregate.ts';

type Place = { challenge: string; criterion: string };

/** All that people made of one attempt. */
export type Judgements = {
  reviews: Awaited<ReturnType<typeof listSubmittedReviews>>;
  /** Oldest first. */
  overrides: Awaited<ReturnType<typeof listOverrides>>;
  /** Newest first. */
  decisions: Awaited<ReturnType<typeof listDecisions>>;
};

/** All that people made of attempts. Who may see it is the caller's to ask. */
export async function loadJudgements(
  db: Database,
  attemptIds: string[],
): Promise<(attemptId: string) => Judgements> {
  const reviews = byAttempt(await listSubmittedReviews(db, attemptIds));
  const overrides = byAttempt(await listOverrides(db, attemptIds));
  const decisions = byAttempt(await listDecisions(db, attemptIds));
  return (attemptId) => ({
    reviews: reviews.get(attemptId) ?? [],
    overrides: overrides.get(attemptId) ?? [],
    decisions: decisions.get(attemptId) ?? [],
  });
}

/** What submitted reviews come to, with what people put in the place of single scores. */
export function gradeAttempt({ reviews, overrides }: Pick<Judgements, 'reviews' | 'overrides'>) {
  const scores = reviews.flatMap((review) => review.scores);
  const places = new Map(
    scores.map(({ challenge, criterion }) => [
      `${challenge}/${criterion}`,
      { challenge, criterion },
    ]),
  );
  return aggregate(
    [...places.values()].map((place) => {
      // What is submitted has a score everywhere.
      const given = scores.flatMap(({ score, note, ...at }) =>
        isAt(at, place) && score !== null ? [{ score, note }] : [],
      );
      const last = overrides.findLast((one) => isAt(one, place));
      const replaced = last?.score == null ? undefined : { ...last, score: last.score };
      return {
        ...place,
        group: place.challenge,
        given,
        scores: given.map(({ score }) => score),
        replaced,
        override: replaced?.score,
      };
    }),
  );
}

const isAt = (one: Place, { challenge, criterion }: Place) =>
  one.challenge === challenge && one.criterion === criterion;

function byAttempt<Row extends { attemptId: string }>(rows: Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ attemptId }) => attemptId);
}
