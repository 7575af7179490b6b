import type { LiveScore, Scorecard, ScorecardDraft, Scorecards } from '@assay/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#app/api.ts';
import { useDraftSaver } from '#features/review/rubric/useDraftSaver.ts';

/** An interviewer's own scorecard while it is written, saved as it changes, and its submission. */
export function useScorecardDraft(sessionId: string, own: Scorecard) {
  const [draft, setDraft] = useState<ScorecardDraft>(own);
  const queries = useQueryClient();
  const queryKey = api.live.getScorecards.queryKey({ input: { sessionId } });
  /** Whoever comes back to this page begins where it was left, before the server has answered. */
  const remember = (card: Partial<Scorecard>) =>
    queries.setQueryData<Scorecards>(
      queryKey,
      (before) => before?.own && { ...before, own: { ...before.own, ...card } },
    );
  const saver = useDraftSaver<ScorecardDraft>(sessionId, async (of, changed) => {
    await client.live.saveScorecard({ sessionId: of, ...changed });
  });
  const submit = useMutation(
    api.live.submitScorecard.mutationOptions({
      onSuccess: async (submitted) => {
        remember(submitted);
        await queries.invalidateQueries({ queryKey });
      },
    }),
  );

  const change = (part: Partial<ScorecardDraft>) => {
    const { scores, recommendation, summary } = { ...draft, ...part };
    const next = { scores, recommendation, summary };
    setDraft(next);
    remember(next);
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
    submission: submit,
    submit: async () => {
      await saver.settle();
      const { scores, recommendation, summary } = draft;
      submit.mutate({ sessionId, scores, recommendation, summary });
    },
  };
}
