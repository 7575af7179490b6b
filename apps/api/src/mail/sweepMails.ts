import { insertMail, listDueReminders, listQueuedMails } from '@assay/db';
import type { Services } from '#services.ts';
import { enqueueMail } from './wantMail.ts';

/** How often it looks, ms. Reminders are due by the day. */
const sweepMs = 60_000;
/** Queued for longer, ms: perhaps written down but never enqueued. */
const queuedMs = 30_000;
/** At a time, so that a backlog is not read into memory at once. */
const batch = 200;

/** Writes down the reminders that are due, and enqueues again what waits for long: ids make both harmless. */
export function sweepMails(
  services: Pick<Services, 'db' | 'queues' | 'background' | 'logger' | 'now'>,
): {
  ready(): Promise<void>;
  close(): void;
} {
  const { db, logger, now } = services;

  async function sweep(): Promise<void> {
    const at = now();
    for (const due of await listDueReminders(db, at)) {
      const id = await insertMail(db, { ...due, kind: 'reminder', at });
      if (id !== undefined) enqueueMail(services, id);
    }
    const before = new Date(at.getTime() - queuedMs);
    for (const id of await listQueuedMails(db, before, batch)) enqueueMail(services, id);
  }

  const timer = setInterval(() => {
    sweep().catch((error: unknown) => logger.error({ err: error }, 'The sweep of mails failed'));
  }, sweepMs);
  return { ready: sweep, close: () => clearInterval(timer) };
}
