import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';

/** The attempt, and how far the server's clock is ahead of this computer's, ms. */
export function useAttempt(attemptId: string) {
  const query = useQuery(
    api.candidate.getAttempt.queryOptions({
      input: { attemptId },
      // The state changes on the server's clock; asking now and then also corrects ours.
      refetchInterval: 60_000,
    }),
  );
  const offsetMs = query.data ? Date.parse(query.data.serverNow) - query.dataUpdatedAt : 0;
  return { ...query, offsetMs };
}
