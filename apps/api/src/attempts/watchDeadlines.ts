import { setTimeout as sleep } from 'node:timers/promises';
import { findAttempt, listDeadlines, listOverdueAttempts } from '@assay/db';
import type { Consumer } from '@assay/queue';
import type { Services } from '#services.ts';
import { endAttempt } from './endAttempt.ts';

/** How often attempts are looked for whose deadline no job has ended, ms. */
const sweepMs = 15_000;
/** A job that wakes this much too early waits; clocks of two machines differ, ms. */
const toleranceMs = 2_000;

/**
 * Ends attempts at their deadlines: by jobs, on time, and by a sweep, which makes up for lost ones.
 * `ready` has swept once and has put back the deadlines of attempts that run.
 */
export function watchDeadlines(services: Services): Consumer {
  const { db, queues, logger, now } = services;

  const consumer = queues.consumeDeadlines(async (attemptId) => {
    const found = await findAttempt(db, attemptId);
    const early = (found?.attempt.deadline?.getTime() ?? 0) - now().getTime();
    if (early > 0 && early <= toleranceMs) await sleep(early);
    await endAttempt(services, attemptId, 'deadline');
  });

  async function sweep(): Promise<void> {
    for (const attemptId of await listOverdueAttempts(db, now())) {
      await endAttempt(services, attemptId, 'deadline');
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
