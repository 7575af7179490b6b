import type { CandidateAttempt } from '@assay/contracts/http';
import { findAttempt, listPinnedChallenges } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal } from '#http/refusal.ts';
import { isOverdue } from './attemptClock.ts';
import { endAttempt } from './endAttempt.ts';
import { presentAttempt } from './presentAttempt.ts';

/** The attempt as its candidate sees it. One whose time is over is ended first, whether or not its job came. */
export async function loadAttempt(
  services: Services,
  attemptId: string,
): Promise<{ ok: true; attempt: CandidateAttempt } | Refusal> {
  const { db, challenges, now } = services;
  let found = await findAttempt(db, attemptId);
  if (found !== undefined && isOverdue(found.attempt, now())) {
    await endAttempt(services, attemptId, 'deadline');
    found = await findAttempt(db, attemptId);
  }
  if (found === undefined) return notFound;
  const pinned = await listPinnedChallenges(db, attemptId);
  const versions = await Promise.all(pinned.map(({ hash }) => challenges.get(hash)));
  return { ok: true, attempt: presentAttempt(found, versions, now()) };
}
