import type { DraftScore, ReviewedAttempt } from '@assay/contracts/http';
import { useState } from 'react';
import { client } from '#app/api.ts';
import { scoreKey } from './missingItems.ts';
import { useDraftSaver } from './useDraftSaver.ts';

type Scores = ReadonlyMap<string, DraftScore>;

/** The reviewer's scores while they are written, saved as they change. */
export function useReviewDraft(attempt: ReviewedAttempt) {
  const [scores, setScores] = useState<Scores>(
    () =>
      new Map(
        (attempt.review?.scores ?? []).map((draft) => [
          scoreKey(draft.challenge, draft.criterion),
          draft,
        ]),
      ),
  );
  const saver = useDraftSaver<Scores>(attempt.id, async (attemptId, draft) => {
    await client.review.saveReview({ attemptId, scores: [...draft.values()] });
  });

  const change = (
    challenge: string,
    criterion: string,
    part: Partial<Pick<DraftScore, 'score' | 'note'>>,
  ) => {
    const key = scoreKey(challenge, criterion);
    const before = scores.get(key) ?? { challenge, criterion, score: null, note: '' };
    const next = new Map(scores).set(key, { ...before, ...part });
    setScores(next);
    saver.change(next);
  };

  return { scores, state: saver.state, change, settle: saver.settle };
}
