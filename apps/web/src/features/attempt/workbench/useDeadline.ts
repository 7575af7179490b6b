import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';
import { useRemaining } from '#features/attempt/clock/useRemaining.ts';

/** How often the server is asked whether the work is handed in once the time is over, ms. */
const askAgainMs = 2_000;

/** Time left by the server's clock, ms; when it is over, asks until the attempt has ended. */
export function useDeadline(
  attemptId: string,
  { deadline, offsetMs }: { deadline: string | undefined; offsetMs: number },
) {
  const queries = useQueryClient();
  const remainingMs = useRemaining(deadline, offsetMs);
  const isOver = remainingMs <= 0;
  useEffect(() => {
    if (!isOver) return undefined;
    const ask = () => {
      void queries.invalidateQueries({
        queryKey: api.candidate.getAttempt.queryKey({ input: { attemptId } }),
      });
    };
    const timer = setInterval(ask, askAgainMs);
    ask();
    return () => clearInterval(timer);
  }, [isOver, attemptId, queries]);
  return { remainingMs, isOver };
}
