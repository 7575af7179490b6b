import type { CandidateAttempt } from '@assay/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, client } from '#app/api.ts';
import { untilAnswered } from './untilAnswered.ts';

/** Hands in everything or, where each challenge has its own clock, the one in view; then the next one waits. */
export function useHandIn(
  { id: attemptId }: CandidateAttempt,
  { slug, clock }: CandidateAttempt['challenges'][number],
) {
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const { mutate, isPending, error, failureCount } = useMutation({
    ...untilAnswered,
    mutationFn: () =>
      clock === undefined
        ? client.candidate.finishAttempt({ attemptId })
        : client.candidate.finishChallenge({ attemptId, challenge: slug }),
    onSuccess: (attempt) => {
      queries.setQueryData(api.candidate.getAttempt.queryKey({ input: { attemptId } }), attempt);
      const next = attempt.challenges.find((one) => one.clock && !one.clock.startedAt);
      if (next) setSearch({ challenge: next.slug }, { replace: true });
    },
  });
  return {
    handIn: (onDone: () => void) => mutate(undefined, { onSuccess: onDone }),
    isPending,
    /** Whether it has to be sent again: nobody knows whether it has arrived. */
    isRepeating: isPending && failureCount > 0,
    error,
  };
}
