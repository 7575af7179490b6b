import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';

/** Offers a retired challenge again. */
export function useRestore(slug: string) {
  const queries = useQueryClient();
  return useMutation(
    api.author.restoreChallenge.mutationOptions({
      onSuccess: (restored) => {
        queries.setQueryData(api.author.getChallenge.queryKey({ input: { slug } }), restored);
        void queries.invalidateQueries({ queryKey: api.author.listChallenges.key() });
        notifications.show({ title: 'Restored', message: 'New assessments may have it again.' });
      },
      onError: (error) => {
        const { title, message } = describeProblem(error);
        notifications.show({ title, message, color: 'red' });
      },
    }),
  );
}
