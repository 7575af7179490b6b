import type { CandidateAttempt } from '@assay/contracts/http';
import { findAttempt, findInvitationOf, listPinnedChallenges, listTimeCredits } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal } from '#http/refusal.ts';
import { isOverdue } from './attemptClock.ts';
import { endAttempt } from './endAttempt.ts';
import { presentAttempt } from './presentAttempt.ts';

/** The attempt as its candidate sees it. What is over by the clock is ended first, whether or not its job came. */
export async function loadAttempt(
  services: Services,
  attemptId: string,
): Promise<{ ok: true; attempt: CandidateAttempt } | Refusal> {
  const { db, challenges, now, practice } = services;
  let found = await findAttempt(db, attemptId);
  let pinned = await listPinnedChallenges(db, attemptId);
  if (found !== undefined && isOverdue(found.attempt, pinned, now())) {
    await endAttempt(services, attemptId, { by: 'deadline' });
    found = await findAttempt(db, attemptId);
    pinned = await listPinnedChallenges(db, attemptId);
  }
  if (found === undefined) return notFound;
  const attempt = presentAttempt({
    found,
    pinned,
    versions: await Promise.all(pinned.map(({ hash }) => challenges.get(hash))),
    credits: await listTimeCredits(db, attemptId),
    opensUntil: (await findInvitationOf(db, attemptId))?.expiresAt,
    practice: practice !== undefined,
    now: now(),
  });
  return { ok: true, attempt };
}
