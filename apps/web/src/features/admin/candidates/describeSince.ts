import type { CandidateRow } from '@assay/contracts/http';
import { formatAge, formatAgo } from '#app/formatAge.ts';

/** Since when a candidate stands where they do; for one who has not started also until when they can. */
export function describeSince({ stage, state, since, expiresAt }: CandidateRow): string {
  const ago = formatAgo(since);
  if (stage === 'expired') return state === 'revoked' ? `Revoked ${ago}` : `Ran out ${ago}`;
  if (stage === 'invited') return `${formatAge(Date.parse(expiresAt) - Date.now())} left`;
  return ago;
}
