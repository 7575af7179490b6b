import { z } from 'zod';

export const MailKind = z.enum(['invitation', 'reminder']);
export type MailKind = z.infer<typeof MailKind>;

export const MailState = z
  .enum(['queued', 'sent', 'failed', 'dropped'])
  .describe(
    '`dropped`: nobody needed it any more when its turn came, as after a start or a newer link.',
  );
export type MailState = z.infer<typeof MailState>;

export const SentMail = z
  .object({
    kind: MailKind,
    state: MailState,
    createdAt: z.iso.datetime(),
    endedAt: z.iso
      .datetime()
      .optional()
      .describe('When a mail server took it, or it was given up; absent while it waits.'),
    refusal: z.int().optional().describe('The SMTP code by which it was refused.'),
  })
  .describe('A mail to a candidate, and what became of it.');
export type SentMail = z.infer<typeof SentMail>;
