import { worksIn } from '@assay/contracts/challenge';
import { findDeadline } from '@assay/contracts/clock';
import {
  findAttempt,
  insertDocumentUpdates,
  listPinnedChallenges,
  lockAttempt,
  recordAudit,
  updateAttempt,
} from '@assay/db';
import { encodeWorkspace } from '@assay/workspace';
import type { Services } from '#services.ts';
import { wholeClock } from '#clock/clockTerms.ts';
import { notFound, type Refusal } from '#http/refusal.ts';
import { findAttemptRefusal } from './attemptClock.ts';

/** Starts the attempt and lays out the starter files. A second start changes nothing. */
export async function startAttempt(
  { db, queues, challenges, announce, background, now }: Services,
  attemptId: string,
): Promise<{ ok: true } | Refusal> {
  const startedAt = now();
  // Before the transaction: the embedded database has one connection, which the transaction holds.
  const versions = new Map(
    await Promise.all(
      (await listPinnedChallenges(db, attemptId)).map(
        async ({ slug, hash }) => [slug, await challenges.get(hash)] as const,
      ),
    ),
  );
  const result = await db.transaction(
    async (tx): Promise<{ ok: true; deadline?: Date } | Refusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'update');
      const found = await findAttempt(tx, attemptId);
      if (attempt === undefined || found === undefined) return notFound;
      if (attempt.state !== 'invited')
        return findAttemptRefusal(attempt, startedAt) ?? { ok: true };
      const pinned = await listPinnedChallenges(tx, attemptId);
      const clock = wholeClock({
        ...found,
        attempt: { ...attempt, startedAt },
        challenges: pinned,
      });
      if (clock === undefined) return notFound;
      const deadline = new Date(findDeadline(clock, []));
      for (const { slug: challenge, language } of pinned) {
        const version = versions.get(challenge);
        if (version === undefined) return notFound;
        const bytes = encodeWorkspace(worksIn(version, language ?? 'typescript').starter);
        const entry = { at: startedAt, author: 'server', bytes };
        await insertDocumentUpdates(tx, { attemptId, challenge }, [entry]);
      }
      await updateAttempt(tx, attemptId, { state: 'running', startedAt, deadline });
      await recordAudit(tx, {
        at: startedAt,
        actor: `candidate:${attemptId}`,
        action: 'attempt.started',
        subject: `attempt:${attemptId}`,
        detail: { deadline: deadline.toISOString() },
      });
      return { ok: true, deadline };
    },
  );
  if (!result.ok) return result;
  const { deadline } = result;
  if (deadline !== undefined) {
    background.run('schedule deadline', () => queues.scheduleDeadline(attemptId, deadline));
    announce.attemptChanged(attemptId);
  }
  return { ok: true };
}
