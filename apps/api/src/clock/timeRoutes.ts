import { silenceMs } from '@assay/contracts/clock';
import type { AttemptTime } from '@assay/contracts/http';
import {
  findAttempt,
  listConnections,
  listPinnedChallenges,
  listTimeCredits,
  lockAttempt,
} from '@assay/db';
import type { Services } from '#services.ts';
import { isChallengeRunning } from '#attempts/attemptClock.ts';
import { wholeMinutes } from '#attempts/presentAttempt.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { hasSeparateClocks } from './clockTerms.ts';
import { announceDeadlines, giveTime } from './giveTime.ts';
import { listGaps } from './listGaps.ts';
import { presentCredits } from './presentCredits.ts';

export const getTimeRoute = routes.admin.getTime
  .use(asStaff)
  .handler(async ({ input: { attemptId }, context: { services } }) => {
    return unwrap(await getTime(services, attemptId)).time;
  });

export const giveTimeRoute = routes.admin.giveTime
  .use(asStaff)
  .handler(async ({ input: { attemptId, minutes, reason }, context: { services, member } }) => {
    unwrap(await giveMinutes(services, attemptId, { minutes, reason, memberId: member.id }));
    return unwrap(await getTime(services, attemptId)).time;
  });

/** A candidate's clock as organisers see it, with what they decide about: the gaps of the candidate's own network. */
async function getTime(
  { db, now }: Services,
  attemptId: string,
): Promise<{ ok: true; time: AttemptTime } | Refusal> {
  const found = await findAttempt(db, attemptId);
  if (found === undefined) return notFound;
  const { attempt, assessment } = found;
  const challenges = await listPinnedChallenges(db, attemptId);
  const at = now();
  const connections = await listConnections(db, attemptId, new Date(at.getTime() - silenceMs));
  return {
    ok: true,
    time: {
      attemptId,
      state: attempt.state,
      minutes: wholeMinutes(assessment.minutes, attempt.timePercent),
      timePercent: attempt.timePercent,
      ...(attempt.startedAt && { startedAt: attempt.startedAt.toISOString() }),
      ...(attempt.deadline && { deadline: attempt.deadline.toISOString() }),
      credits: presentCredits({ ...found, challenges }, await listTimeCredits(db, attemptId)),
      gaps: listGaps(connections, attempt.finishedAt ?? at),
    },
  };
}

/** Gives minutes to the clock that runs, and tells the candidate why. */
async function giveMinutes(
  services: Services,
  attemptId: string,
  { minutes, reason, memberId }: { minutes: number; reason: string; memberId: string },
): Promise<{ ok: true } | Refusal> {
  const { db, now } = services;
  const at = now();
  const given = await db.transaction(async (tx): Promise<{ ok: true; moved: Date[] } | Refusal> => {
    const attempt = await lockAttempt(tx, attemptId, 'update');
    if (attempt === undefined) return notFound;
    if (attempt.state !== 'running' || attempt.deadline === null || attempt.deadline <= at)
      return notRunning;
    const challenges = await listPinnedChallenges(tx, attemptId);
    const running = challenges.find(isChallengeRunning);
    if (hasSeparateClocks(challenges) && running === undefined) return notRunning;
    const credit = {
      source: `member:${memberId}/${crypto.randomUUID()}`,
      cause: 'organiser',
      extraMs: minutes * 60_000,
      challenge: running?.slug ?? null,
      reason,
    } as const;
    const moved = await giveTime(tx, attemptId, credit, { at, actor: `staff:${memberId}` });
    return { ok: true, moved };
  });
  if (!given.ok) return given;
  announceDeadlines(services, attemptId, given.moved);
  return { ok: true };
}

const notRunning = refusal('NOT_RUNNING', 409, 'No clock of this candidate runs now.');
