import { beatMs, patienceMs } from '@assay/contracts/clock';
import { listWaiting, lockAttempt } from '@assay/db';
import type { Services } from '#services.ts';
import { creditOpenWaits } from './creditJudge.ts';
import { announceDeadlines } from './giveTime.ts';

/** Lets the clocks of candidates stand while their runs wait too long for a judge, looking every five seconds. */
export function watchJudge(services: Services): { close(): void } {
  const { db, logger, now } = services;
  const timer = setInterval(() => {
    creditWaiting(services).catch((error: unknown) =>
      logger.error({ err: error }, 'Waiting for the judge could not be credited'),
    );
  }, beatMs);

  async function creditWaiting(api: Services): Promise<void> {
    const waiting = await listWaiting(db, new Date(now().getTime() - patienceMs));
    for (const attemptId of new Set(waiting.map((submission) => submission.attemptId))) {
      const moved = await db.transaction(async (tx) => {
        await lockAttempt(tx, attemptId, 'update');
        return creditOpenWaits(tx, attemptId, now());
      });
      announceDeadlines(api, attemptId, moved);
    }
  }

  return { close: () => clearInterval(timer) };
}
