import { ORPCError } from '@orpc/client';

/** The longest pause before something is sent again, ms. */
const longestPauseMs = 4_000;

/**
 * How often a call is sent of which it is the same whether it arrives once or often: until it is known what came of it.
 * A lost connection, or a server that failed, says nothing of that. Nor does one that is asked too often, once an earlier call may have
 * arrived.
 */
export const untilAnswered = {
  retry: (repeats: number, error: Error): boolean =>
    !(error instanceof ORPCError) || error.status >= 500 || (error.status === 429 && repeats > 0),
  retryDelay: (repeats: number): number => Math.min(longestPauseMs, 500 * 2 ** repeats),
};
