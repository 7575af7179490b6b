import type { CandidateSubmission } from '@assay/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { untilAnswered } from './untilAnswered.ts';

/**
 * Sends the files as the server has them: a run of the public tests, or a submission. With its key, it is sent until it
 * is answered, and is taken once.
 */
export function useSubmit(attemptId: string) {
  const queries = useQueryClient();
  return useMutation(
    api.candidate.submit.mutationOptions({
      ...untilAnswered,
      onSuccess: (submission) => {
        queries.setQueryData(
          api.candidate.listSubmissions.queryKey({ input: { attemptId } }),
          (known: CandidateSubmission[] = []) =>
            known.some(({ id }) => id === submission.id) ? known : [submission, ...known],
        );
      },
    }),
  );
}
