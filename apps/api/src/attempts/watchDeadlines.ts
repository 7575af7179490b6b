import { setTimeout as sleep } from 'node:timers/promises';
import { findAttempt, listDeadlines, listOverdueAttempts, listPinnedChallenges } from '@assay/db';
import type { Consumer } from '@assay/queue';
import type { Services } from '#services.ts';
import { listRunningDeadlines } from './attemptClock.ts';
import { endAttempt } from './endAttempt.ts';

/** How often attempts are looked for whose deadline no job has ended, ms. */
const sweepMs = 15_000;
/** A job that wakes this much too early waits; clocks of two machines differ, ms. */
const toleranceMs = 2_000;

/**
 * Ends attempts, and challenges with clocks of their own, at their deadlines: by jobs, on time, and by a sweep, which makes up for lost ones.
 * `ready` has swept once and has put back the deadlines of attempts that run.
 */
export function watchDeadlines(services: Services): Consumer {
  const { db, queues, logger, now } = services;

  const consumer = queues.consumeDeadlines(async (attemptId) => {
    const found = await findAttempt(db, attemptId);
    const pinned = await listPinnedChallenges(db, attemptId);
    const early = (found ? listRunningDeadlines(found.attempt, pinned) : [])
      .map((deadline) => deadline.getTime() - now().getTime())
      .find((ms) => ms > 0 && ms <= toleranceMs);
    if (early !== undefined) await sleep(early);
    await endAttempt(services, attemptId, { by: 'deadline' });
  });

  async function sweep(): Promise<void> {
    for (const attemptId of await listOverdueAttempts(db, now())) {
      await endAttempt(services, attemptId, { by: 'deadline' });
    }
  }

  const timer = setInterval(() => {
    sweep().catch((error: unknown) =>
      logger.error({ err: error }, 'The sweep of deadlines failed'),
    );
  }, sweepMs);

  return {
    ready: async () => {
      await consumer.ready();
      await sweep();
      for (const { id, deadline } of await listDeadlines(db))
        await queues.scheduleDeadline(id, deadline);
    },
    close: async () => {
      clearInterval(timer);
      await consumer.close();
    },
  };
}
