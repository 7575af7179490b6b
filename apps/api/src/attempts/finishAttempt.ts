import { findAttempt } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal } from '#http/refusal.ts';
import { findAttemptRefusal } from './attemptClock.ts';
import { endAttempt } from './endAttempt.ts';

/** Hands in before the deadline. Doing it twice changes nothing. */
export async function finishAttempt(
  services: Services,
  attemptId: string,
): Promise<{ ok: true } | Refusal> {
  await endAttempt(services, attemptId, { by: 'candidate' });
  const found = await findAttempt(services.db, attemptId);
  if (found === undefined) return notFound;
  const refused = findAttemptRefusal(found.attempt, services.now());
  return refused === undefined || refused.code === 'ATTEMPT_FINISHED' ? { ok: true } : refused;
}
