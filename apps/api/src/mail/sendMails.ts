import type { Services } from '#services.ts';
import { sendMail } from './sendMail.ts';
import { sweepMails } from './sweepMails.ts';

/** Sends what is written down, as long as it is open; `undefined` where no mail server is set up. */
export function sendMails(
  services: Services,
): { ready(): Promise<void>; close(): Promise<void> } | undefined {
  const { mailer, queues } = services;
  if (mailer === undefined) return undefined;
  const consumer = queues.consumeMails(({ mailId }) => sendMail({ ...services, mailer }, mailId));
  const sweeping = sweepMails(services);
  return {
    ready: async () => {
      await consumer.ready();
      await sweeping.ready();
    },
    close: async () => {
      sweeping.close();
      await consumer.close();
      mailer.close();
    },
  };
}
