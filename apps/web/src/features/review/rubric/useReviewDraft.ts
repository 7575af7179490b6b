import type { DraftScore, ReviewedAttempt } from '@assay/contracts/http';
import { useEffect, useRef, useState } from 'react';
import { client } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { DraftSaver, type DraftState } from './DraftSaver.ts';
import { scoreKey } from './missingItems.ts';

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
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const saver = useRef<DraftSaver<Scores>>(undefined);

  useEffect(() => {
    const created = new DraftSaver<Scores>({
      save: async (draft) => {
        await client.review.saveReview({ attemptId: attempt.id, scores: [...draft.values()] });
      },
      explain: describeProblem,
      onState: setState,
    });
    saver.current = created;
    const warn = (event: BeforeUnloadEvent) => {
      if (!created.hasUnsaved) return;
      void created.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      void created.close();
    };
  }, [attempt.id]);

  const change = (
    challenge: string,
    criterion: string,
    part: Partial<Pick<DraftScore, 'score' | 'note'>>,
  ) => {
    const key = scoreKey(challenge, criterion);
    const before = scores.get(key) ?? { challenge, criterion, score: null, note: '' };
    const next = new Map(scores).set(key, { ...before, ...part });
    setScores(next);
    saver.current?.change(next);
  };

  /** Waits until no save is under way, so that none arrives after the review is submitted. */
  const settle = async () => {
    await saver.current?.flush();
  };

  return { scores, state, change, settle };
}
