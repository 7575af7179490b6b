import { z } from 'zod';

export const MailKind = z.enum(['invitation', 'reminder']);
export type MailKind = z.infer<typeof MailKind>;

/** `dropped`: nobody needed it any more when its turn came, as after a start or a newer link. */
export const MailState = z.enum(['queued', 'sent', 'failed', 'dropped']);
export type MailState = z.infer<typeof MailState>;

/** A mail to a candidate, and what became of it. */
export const SentMail = z.object({
  kind: MailKind,
  state: MailState,
  createdAt: z.iso.datetime(),
  /** When a mail server took it, or it was given up; absent while it waits. */
  endedAt: z.iso.datetime().optional(),
  /** The SMTP code by which it was refused. */
  refusal: z.int().optional(),
});
export type SentMail = z.infer<typeof SentMail>;
