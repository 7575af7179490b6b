import type { DraftScore, ReviewedAttempt } from '@assay/contracts/http';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { scoreKey } from './missingItems.ts';

export type DraftState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; message: string };

/** A pause in typing of this length, ms, saves the draft. */
const pauseMs = 700;
/** After a failure it is tried again, ms. */
const retryMs = 4_000;

/**
 * The reviewer's scores while they are written. Every change is saved after a pause, one save at a
 * time, the last state winning; a failed save is tried again and said.
 */
export function useReviewDraft(attempt: ReviewedAttempt) {
  const [scores, setScores] = useState<ReadonlyMap<string, DraftScore>>(
    () => new Map((attempt.review?.scores ?? []).map((draft) => [scoreKey(draft.challenge, draft.criterion), draft])),
  );
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const latest = useRef(scores);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<void>>(undefined);
  const dirty = useRef(false);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (saving.current !== undefined) await saving.current;
    if (!dirty.current) return;
    dirty.current = false;
    setState({ kind: 'saving' });
    saving.current = client.review
      .saveReview({ attemptId: attempt.id, scores: [...latest.current.values()] })
      .then(
        () => {
          if (!dirty.current) setState({ kind: 'saved', at: new Date() });
        },
        (error: unknown) => {
          dirty.current = true;
          const problem = describeProblem(error);
          setState({ kind: 'failed', message: problem.message });
          if (problem.canRetry) timer.current ??= setTimeout(() => void save(), retryMs);
        },
      )
      .finally(() => {
        saving.current = undefined;
      });
    await saving.current;
  }, [attempt.id]);

  const change = useCallback(
    (challenge: string, criterion: string, part: Partial<Pick<DraftScore, 'score' | 'note'>>) => {
      const key = scoreKey(challenge, criterion);
      const before = latest.current.get(key) ?? { challenge, criterion, score: null, note: '' };
      latest.current = new Map(latest.current).set(key, { ...before, ...part });
      dirty.current = true;
      setScores(latest.current);
      setState({ kind: 'saving' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [save],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!dirty.current && saving.current === undefined) return;
      void save();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      void save();
    };
  }, [save]);

  /** Ends saving for good, before the review is submitted. */
  const settle = useCallback(async () => {
    await save();
    dirty.current = false;
  }, [save]);

  return { scores, state, change, settle };
}
