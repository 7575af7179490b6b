import {
  deleteDeclarations,
  type ErasedWork,
  eraseAttempt as removePersonAndWork,
  isHeld,
  listLiveRunStates,
  listLiveSessionsOf,
  listRejudgements,
  listSubmissions,
  lockAttempt,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { declarationKey } from '#declarations/declarationKey.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';
import { type ErasedRun, forgetLiveRuns } from '#live/runs/forgetLiveRuns.ts';

/** What was removed, whose traces outside of the database are still to be removed; nothing, when that was done before. */
type Erased = {
  ok: true;
  done?: { work: ErasedWork; sessionIds: string[]; liveRuns: ErasedRun[] };
};

/**
 * Erases person and work from an attempt: from the database, from the queues, and from the sockets that still
 * show it. Doing it twice changes nothing.
 */
export async function eraseAttempt(
  { db, queues, announce, live, now, secret }: Services,
  attemptId: string,
  by: 'system' | `staff:${string}`,
): Promise<{ ok: true } | Refusal> {
  const at = now();
  const erased = await db.transaction(async (tx): Promise<Erased | Refusal> => {
    const attempt = await lockAttempt(tx, attemptId, 'update');
    if (attempt === undefined) return notFound;
    if (attempt.erasedAt !== null) return { ok: true };
    if (await isHeld(tx, attemptId)) return onHold;
    if (attempt.state === 'running') return stillRunning;
    const submissions = await listSubmissions(tx, attemptId);
    const rejudgements = await listRejudgements(tx, attemptId);
    if (
      submissions.some(({ state }) => state === 'queued' || state === 'running') ||
      rejudgements.some(({ finishedAt }) => finishedAt === null)
    )
      return stillJudging;
    const sessions = await listLiveSessionsOf(tx, attemptId);
    if (sessions.some(({ state }) => state === 'open')) return stillLive;
    const sessionIds = sessions.map(({ id }) => id);
    const liveRuns = await listLiveRunStates(tx, sessionIds);
    await deleteDeclarations(tx, declarationKey(secret, attemptId));
    const work = await removePersonAndWork(tx, attemptId, { at, by });
    await recordAudit(tx, {
      at,
      actor: by,
      action: 'attempt.erased',
      subject: `attempt:${attemptId}`,
    });
    return { ok: true, done: { work, sessionIds, liveRuns } };
  });
  if (!erased.ok) return erased;
  if (erased.done !== undefined) {
    const { work, sessionIds, liveRuns } = erased.done;
    await queues.forget(work);
    await forgetLiveRuns(queues, liveRuns);
    announce.candidateSignedOut(attemptId);
    announce.attemptChanged(attemptId);
    for (const sessionId of sessionIds) await live.changed(sessionId);
  }
  return { ok: true };
}

const stillRunning = refusal(
  'STILL_RUNNING',
  409,
  'The candidate is still working. It can be erased once the attempt has ended.',
);
const onHold = refusal(
  'ON_HOLD',
  409,
  'The candidate is held back from erasure. Let them go first, if the reason does not hold any more.',
);
const stillLive = refusal(
  'STILL_LIVE',
  409,
  'A live session goes on from this work. End it first.',
);
const stillJudging = refusal(
  'STILL_JUDGING',
  409,
  'Some of this work is still being judged. Try again in a minute.',
);
