import type { MailKind } from '@assay/contracts/http';
import { type Database, insertMail } from '@assay/db';
import type { Services } from '#services.ts';

/**
 * Writes a mail down in the transaction of what it tells of, where mail is set up and wanted. Call `enqueue` once that
 * is committed; if nobody does, the sweep does.
 */
export async function wantMail(
  services: Pick<Services, 'mailer' | 'queues' | 'background'>,
  tx: Database,
  { mail, ...wanted }: { attemptId: string; kind: MailKind; link: number; mail: boolean; at: Date },
): Promise<{ enqueue: () => void } | undefined> {
  if (!mail || services.mailer === undefined) return undefined;
  const id = await insertMail(tx, wanted);
  return id === undefined ? undefined : { enqueue: () => enqueueMail(services, id) };
}

/** Puts a mail that is written down on the queue, without waiting. */
export function enqueueMail(
  { queues, background }: Pick<Services, 'queues' | 'background'>,
  mailId: string,
): void {
  background.run('enqueue mail', () => queues.enqueueMail({ mailId }));
}
