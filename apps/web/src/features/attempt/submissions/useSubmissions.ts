import type { CandidateSubmission } from '@assay/contracts/http';
import type { WorkspaceSocket } from '@assay/workspace/browser';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';

/** While something is being judged we also ask: a message of the socket may be lost, ms. */
const askAgainMs = 2_500;

/** Whether it still waits for its verdict. */
export function isUnfinished({ state }: CandidateSubmission): boolean {
  return state === 'queued' || state === 'running';
}

/** Runs and submissions of an attempt, newest first, kept fresh by the server's word that one was judged. */
export function useSubmissions(
  attemptId: string,
  socket?: WorkspaceSocket,
): CandidateSubmission[] | undefined {
  const queries = useQueryClient();
  const options = api.candidate.listSubmissions.queryOptions({
    input: { attemptId },
    // The clock submits too: what was known before the end is not what was received.
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.some(isUnfinished) ? askAgainMs : false),
  });
  const { data } = useQuery(options);

  useEffect(() => {
    if (socket === undefined) return undefined;
    const refresh = () => {
      void queries.invalidateQueries({
        queryKey: api.candidate.listSubmissions.queryKey({ input: { attemptId } }),
      });
    };
    socket.on('submission:judged', refresh);
    socket.on('connect', refresh);
    return () => {
      socket.off('submission:judged', refresh);
      socket.off('connect', refresh);
    };
  }, [socket, attemptId, queries]);

  return data;
}

/** Gives up a run that is not judged yet. */
export function useCancel(attemptId: string) {
  const queries = useQueryClient();
  return useMutation(
    api.candidate.cancelSubmission.mutationOptions({
      // When it was judged in the meantime, there is a result to fetch.
      onSettled: () =>
        queries.invalidateQueries({
          queryKey: api.candidate.listSubmissions.queryKey({ input: { attemptId } }),
        }),
    }),
  );
}
