import type { DraftScore, ReviewedChallenge, Score } from '@assay/contracts/http';

/** What a review still lacks at one criterion. */
export type MissingItem = {
  key: string;
  challenge: string;
  title: string;
  lacks: 'score' | 'note' | 'score and note';
};

/** Names one criterion of one challenge. */
export function scoreKey(challenge: string, criterion: string): string {
  return `${challenge}/${criterion}`;
}

/** Everything that keeps a review from being submitted, in the order of the page. */
export function missingItems(
  challenges: readonly ReviewedChallenge[],
  scores: ReadonlyMap<string, DraftScore>,
): MissingItem[] {
  return challenges.flatMap(({ slug, rubric }) =>
    rubric.flatMap(({ id, title }) => {
      const key = scoreKey(slug, id);
      const draft = scores.get(key);
      const noScore = draft?.score == null;
      const noNote = (draft?.note ?? '').trim() === '';
      if (!noScore && !noNote) return [];
      const lacks = noScore && noNote ? 'score and note' : noScore ? 'score' : 'note';
      return [{ key, challenge: slug, title, lacks } as const];
    }),
  );
}

/** The scores of a complete review; ask `missingItems` first, what lacks something is left out. */
export function completeScores(scores: ReadonlyMap<string, DraftScore>): Score[] {
  return [...scores.values()].flatMap((draft) =>
    draft.score === null || draft.note.trim() === '' ? [] : [{ ...draft, score: draft.score }],
  );
}
