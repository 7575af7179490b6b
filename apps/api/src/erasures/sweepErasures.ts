import { listDueErasures } from '@assay/db';
import type { Services } from '#services.ts';
import { eraseAttempt } from './eraseAttempt.ts';

/** How often attempts are looked for that have to be erased, ms. They are due by the day. */
const sweepMs = 10 * 60_000;

/** Erases what was asked for and is due, and what was kept for as long as its assessment says. */
export function sweepErasures(services: Services): { ready(): Promise<void>; close(): void } {
  const { db, logger, now } = services;

  async function sweep(): Promise<void> {
    for (const attemptId of await listDueErasures(db, now())) {
      const erased = await eraseAttempt(services, attemptId, 'system');
      if (!erased.ok) logger.warn({ attemptId, reason: erased.code }, 'An erasure has to wait');
    }
  }

  const timer = setInterval(() => {
    sweep().catch((error: unknown) => logger.error({ err: error }, 'The sweep of erasures failed'));
  }, sweepMs);
  return { ready: sweep, close: () => clearInterval(timer) };
}
