import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';

/** Answers that will not change by asking again are not asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ORPCError && error.status < 500 && error.status !== 429),
    },
    mutations: { retry: false },
  },
});
