import type { LiveState } from './liveSession.ts';

/** Updates in one answer with a part of a recording: some 200 KB of typing. Counters a request that reads for ever. */
export const replayPageSize = 4_000;

export type ReplayRight = 'nothing' | 'work' | 'all';

/**
 * What a member of staff may see of a session's recording. Those who lead it may look at once, and find their notes
 * in it. Those with whom it is shared may once it is over, since nobody watches a session unseen; they see what
 * everybody in it saw, and nothing that interviewers wrote for themselves.
 */
export function replayRight(
  { leads, shared }: { leads: boolean; shared: boolean },
  state: LiveState,
): ReplayRight {
  if (leads) return 'all';
  return shared && state === 'ended' ? 'work' : 'nothing';
}
