import type { LiveScore, Scorecard, ScorecardDraft } from '@assay/contracts/http';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDraftSaver } from '#features/review/rubric/useDraftSaver.ts';

/** Where a scorecard goes: a live session's, or one of a kit. */
export type ScorecardTarget = {
  /** Tells one target from another. */
  id: string;
  save: (draft: ScorecardDraft) => Promise<void>;
  submit: (draft: ScorecardDraft) => Promise<void>;
  /** Whoever comes back to the page begins where it was left, before the server has answered. */
  remember: (card: Partial<Scorecard>) => void;
};

/** Somebody's own scorecard while it is written, saved as it changes, and its submission. */
export function useScorecardDraft(target: ScorecardTarget, own: Scorecard) {
  const [draft, setDraft] = useState<ScorecardDraft>(own);
  const saver = useDraftSaver<ScorecardDraft>(target.id, (_, changed) => target.save(changed));
  const submission = useMutation({ mutationFn: target.submit });

  const change = (part: Partial<ScorecardDraft>) => {
    const { scores, recommendation, summary } = { ...draft, ...part };
    const next = { scores, recommendation, summary };
    setDraft(next);
    target.remember(next);
    saver.change(next);
  };
  const changeScore = (criterion: string, part: Partial<LiveScore>) => {
    const before = draft.scores.find((score) => score.criterion === criterion);
    const score = { criterion, level: null, unobserved: false, note: '', ...before, ...part };
    change({
      scores: [...draft.scores.filter((other) => other.criterion !== criterion), score],
    });
  };
  return {
    draft,
    state: saver.state,
    change,
    changeScore,
    submission,
    submit: async () => {
      await saver.settle();
      const { scores, recommendation, summary } = draft;
      submission.mutate({ scores, recommendation, summary });
    },
  };
}
