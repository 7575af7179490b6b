import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';

/** The signed-in member of staff. */
export function useMe() {
  return useQuery(api.me.queryOptions({ staleTime: 5 * 60_000 }));
}
