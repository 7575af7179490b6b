import { useQuery } from '@tanstack/react-query';
import { api, client } from '#app/api.ts';
import { readOffset, sampleClock } from './clock/clockSamples.ts';

/** The attempt, and how far the server's clock is ahead of this computer's, ms. */
export function useAttempt(attemptId: string) {
  const input = { attemptId };
  const query = useQuery({
    queryKey: api.candidate.getAttempt.queryKey({ input }),
    queryFn: ({ signal }) => sampleClock(() => client.candidate.getAttempt(input, { signal })),
    // The state changes on the server's clock; asking now and then also corrects ours.
    refetchInterval: 60_000,
  });
  return { ...query, offsetMs: readOffset() };
}
