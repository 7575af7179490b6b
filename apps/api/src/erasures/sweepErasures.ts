import { deleteLiveSession, listDueErasures, listForgottenSessions, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { eraseAttempt } from './eraseAttempt.ts';

/** How often attempts are looked for that have to be erased, ms. They are due by the day. */
const sweepMs = 10 * 60_000;

/** How long a live session is kept from its end, or from when it was prepared, ms: 180 days. */
const sessionRetentionMs = 180 * 24 * 60 * 60_000;

/** Erases what was asked for and is due, and what was kept for as long as its assessment says. */
export function sweepErasures(services: Services): { ready(): Promise<void>; close(): void } {
  const { db, live, logger, now } = services;

  async function sweep(): Promise<void> {
    for (const attemptId of await listDueErasures(db, now())) {
      const erased = await eraseAttempt(services, attemptId, 'system');
      if (!erased.ok) logger.warn({ attemptId, reason: erased.code }, 'An erasure has to wait');
    }
    const at = now();
    const before = new Date(at.getTime() - sessionRetentionMs);
    for (const sessionId of await listForgottenSessions(db, before)) {
      await db.transaction(async (tx) => {
        await deleteLiveSession(tx, sessionId);
        const subject = `live:${sessionId}` as const;
        await recordAudit(tx, { at, actor: 'system', action: 'live.erased', subject });
      });
      await live.changed(sessionId);
    }
  }

  const timer = setInterval(() => {
    sweep().catch((error: unknown) => logger.error({ err: error }, 'The sweep of erasures failed'));
  }, sweepMs);
  return { ready: sweep, close: () => clearInterval(timer) };
}
