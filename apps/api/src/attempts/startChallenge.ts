import { listPinnedChallenges, lockAttempt, recordAudit, updatePinnedChallenge } from '@assay/db';
import type { Services } from '#services.ts';
import { announceDeadlines } from '#clock/giveTime.ts';
import { moveDeadlines } from '#clock/moveDeadlines.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';
import { findAttemptRefusal, findClockRefusal, isChallengeRunning } from './attemptClock.ts';
import { endAttempt } from './endAttempt.ts';

/**
 * Starts the clock of one challenge that has its own; under one clock for all it runs with the attempt. One at a
 * time: a clock that ran on unseen would be unfair. A second start changes nothing.
 */
export async function startChallenge(
  services: Services,
  attemptId: string,
  slug: string,
): Promise<{ ok: true } | Refusal> {
  const { db, now } = services;
  // What is over must not stand in the way of the next.
  await endAttempt(services, attemptId, { by: 'deadline' });
  const at = now();
  const started = await db.transaction(
    async (tx): Promise<{ ok: true; moved: Date[] } | Refusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'update');
      const challenges = await listPinnedChallenges(tx, attemptId);
      const challenge = challenges.find((one) => one.slug === slug);
      if (attempt === undefined || challenge === undefined) return notFound;
      const refused = findAttemptRefusal(attempt, at);
      if (refused !== undefined) return refused;
      if (challenge.minutes === null || challenge.startedAt !== null)
        return findClockRefusal(attempt, challenge, at) ?? { ok: true, moved: [] };
      if (challenges.some(isChallengeRunning)) return otherRunning;
      await updatePinnedChallenge(tx, { attemptId, slug }, { startedAt: at });
      await recordAudit(tx, {
        at,
        actor: `candidate:${attemptId}`,
        action: 'challenge.started',
        subject: `attempt:${attemptId}`,
        detail: { challenge: slug },
      });
      return { ok: true, moved: await moveDeadlines(tx, attemptId) };
    },
  );
  if (!started.ok) return started;
  announceDeadlines(services, attemptId, started.moved);
  return { ok: true };
}

/** Hands in one challenge that has its own clock. Doing it twice changes nothing. */
export async function finishChallenge(
  services: Services,
  attemptId: string,
  slug: string,
): Promise<{ ok: true } | Refusal> {
  const { db } = services;
  const challenge = async () =>
    (await listPinnedChallenges(db, attemptId)).find((one) => one.slug === slug);
  const before = await challenge();
  if (before === undefined) return notFound;
  if (before.minutes === null) return oneClock;
  await endAttempt(services, attemptId, { by: 'candidate', challenge: slug });
  const after = await challenge();
  return after?.finishedAt ? { ok: true } : notRunning;
}

const otherRunning = refusal(
  'OTHER_RUNNING',
  409,
  'The clock of another challenge runs. Finish that one first.',
);
const oneClock = refusal(
  'ONE_CLOCK',
  409,
  'One clock is for all challenges here. Hand in everything together.',
);
const notRunning = refusal(
  'NOT_STARTED',
  409,
  'The clock of this challenge does not run. Start it first.',
);
