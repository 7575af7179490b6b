import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';

/** Changes a webhook; lists of them follow. */
export function useChangeWebhook() {
  const queries = useQueryClient();
  return useMutation(
    api.admin.changeWebhook.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listWebhooks.key() }),
    }),
  );
}
