import { z } from 'zod';

const mailbox = /^\s*(?:"?[^"<>\p{Cc}]+"?\s*<([^<>\s]+)>|([^<>\s]+))\s*$/u;

/** What an operator may set about mail, as part of an environment. */
export const mailEnvironment = {
  ASSAY_SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be the smtp:// or smtps:// address of a mail server',
    })
    .optional()
    .describe(
      'the [mail](operating.md#mail) server: `smtp://user:password@host:587`, or `smtps://…` for TLS from the first byte',
    ),
  ASSAY_SMTP_TLS: z
    .enum(['required', 'optional'], 'must be required or optional')
    .default('required')
    .describe(
      '`optional` also takes a server that offers no TLS; on this machine that is always taken',
    ),
  ASSAY_MAIL_FROM: z
    .string()
    .refine(
      (from) => z.email().safeParse(addressOf(from)).success,
      'must be an address, or Name <address>',
    )
    .optional()
    .describe('the sender, an address or `Name <address>`; needed with a mail server'),
  ASSAY_MAIL_REPLY_TO: z
    .email('must be an e-mail address')
    .optional()
    .describe('where answers go, if not to the sender'),
};

function addressOf(from: string): string | undefined {
  const [, named, plain] = mailbox.exec(from) ?? [];
  return named ?? plain;
}

type MailEnvironment = z.infer<z.ZodObject<typeof mailEnvironment>>;

export const senderIsKnown = ({ ASSAY_SMTP_URL, ASSAY_MAIL_FROM }: Partial<MailEnvironment>) =>
  ASSAY_SMTP_URL === undefined || ASSAY_MAIL_FROM !== undefined;

export const mailNeedsSender = {
  path: ['ASSAY_MAIL_FROM'],
  error: 'must be the sender of the mails that ASSAY_SMTP_URL sends',
};

export type MailSettings = {
  url: string;
  tls: 'required' | 'optional';
  from: string;
  replyTo?: string;
};

/** What mail is sent by; `undefined` where none is. */
export function readMailSettings(env: MailEnvironment): MailSettings | undefined {
  const { ASSAY_SMTP_URL: url, ASSAY_MAIL_FROM: from, ASSAY_MAIL_REPLY_TO: replyTo } = env;
  if (url === undefined || from === undefined) return undefined;
  return { url, tls: env.ASSAY_SMTP_TLS, from, ...(replyTo !== undefined && { replyTo }) };
}
