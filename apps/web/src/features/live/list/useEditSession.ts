import type { LiveSession } from '@assay/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';

type Edited = Pick<LiveSession, 'title' | 'minutes' | 'plan' | 'prepared'>;

/** Saves a part of a session beside what the server has of the rest. */
export function useEditSession({ id: sessionId, title, minutes, plan, prepared }: LiveSession) {
  const queries = useQueryClient();
  const edit = useMutation(
    api.live.editSession.mutationOptions({
      onSuccess: (saved) =>
        queries.setQueryData(api.live.getSession.queryKey({ input: { sessionId } }), saved),
    }),
  );
  return {
    save: (changes: Partial<Edited>) =>
      edit.mutate({ sessionId, title, minutes, plan, prepared, ...changes }),
    isPending: edit.isPending,
    error: edit.error,
  };
}
