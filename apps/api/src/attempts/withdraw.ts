import { insertMessage, lockAttempt, recordAudit, updateAttempt } from '@assay/db';
import type { Services } from '#services.ts';
import { settleTime } from '#clock/giveTime.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';

/**
 * Ends an attempt for good because its candidate wants no more, at any time until it is graded: nothing more is
 * judged, graded or counted. Words of theirs go to the organiser like a question. Doing it twice changes nothing.
 */
export async function withdraw(
  { db, announce, now }: Services,
  attemptId: string,
  reason?: string,
): Promise<{ ok: true } | Refusal> {
  const at = now();
  const result = await db.transaction(
    async (tx): Promise<{ ok: true; changed: boolean } | Refusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'update');
      if (attempt === undefined) return notFound;
      if (attempt.state === 'withdrawn') return { ok: true, changed: false };
      if (attempt.state === 'graded') return graded;
      await settleTime(tx, attemptId, { at });
      await updateAttempt(tx, attemptId, {
        state: 'withdrawn',
        withdrawnAt: at,
        ...(attempt.state === 'running' && { finishedAt: at }),
      });
      if (reason !== undefined)
        await insertMessage(tx, { attemptId, memberId: null, text: reason, createdAt: at });
      await recordAudit(tx, {
        at,
        actor: `candidate:${attemptId}`,
        action: 'attempt.withdrawn',
        subject: `attempt:${attemptId}`,
        detail: { from: attempt.state },
      });
      return { ok: true, changed: true };
    },
  );
  if (result.ok && result.changed) {
    announce.attemptChanged(attemptId);
    if (reason !== undefined) announce.messageWritten(attemptId);
  }
  return result;
}

const graded = refusal(
  'ALREADY_GRADED',
  409,
  'Your work has been graded, so there is nothing left to withdraw from. You can have what we recorded erased, or write to the organiser.',
);
