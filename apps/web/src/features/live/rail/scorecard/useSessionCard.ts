import type { Scorecard, Scorecards } from '@assay/contracts/http';
import { useQueryClient } from '@tanstack/react-query';
import { api, client } from '#app/api.ts';
import type { ScorecardTarget } from '#features/scorecard/useScorecardDraft.ts';

/** The own scorecard of a live session, as the form of scorecards writes it. */
export function useSessionCard(sessionId: string): ScorecardTarget {
  const queries = useQueryClient();
  const queryKey = api.live.getScorecards.queryKey({ input: { sessionId } });
  const remember = (card: Partial<Scorecard>) =>
    queries.setQueryData<Scorecards>(
      queryKey,
      (before) => before?.own && { ...before, own: { ...before.own, ...card } },
    );
  return {
    id: sessionId,
    save: async (draft) => {
      await client.live.saveScorecard({ sessionId, ...draft });
    },
    submit: async (draft) => {
      remember(await client.live.submitScorecard({ sessionId, ...draft }));
      await queries.invalidateQueries({ queryKey });
    },
    remember,
  };
}
