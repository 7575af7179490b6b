import { takeDueDeliveries } from '@assay/db';
import type { Services } from '#services.ts';
import { deliverMessage } from './deliverMessage.ts';

/** How often messages are looked for that were written down or are due again, ms. */
const lookMs = 1_000;
/** After so long on the queue without a result, ms, a message is put there again: ids make that harmless. */
const lostMs = 5 * 60_000;
/** At a time, so that a backlog is not read into memory at once. */
const batch = 100;

/** Sends what is written down for webhooks, when it is due, as long as it is open. */
export function sendWebhooks(services: Services): {
  ready(): Promise<void>;
  close(): Promise<void>;
} {
  const { db, queues, logger, now } = services;
  const consumer = queues.consumeWebhooks((job) => deliverMessage(services, job));
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const at = now();
    const lostBefore = new Date(at.getTime() - lostMs);
    const due = await takeDueDeliveries(db, { now: at, lostBefore, limit: batch });
    for (const job of due) await queues.enqueueWebhook(job);
  }

  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => logger.error({ err: error }, 'Looking for messages failed'))
      .finally(() => (looking = undefined));
  }, lookMs);
  return {
    ready: () => consumer.ready(),
    close: async () => {
      clearInterval(timer);
      await looking;
      await consumer.close();
    },
  };
}
