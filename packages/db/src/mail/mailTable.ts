import type { MailKind, MailState } from '@assay/contracts/http';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';
import { webhookTable } from '#webhooks/webhookTable.ts';

/**
 * Mails to candidates about their invitation, and to members about a webhook, written down in the transaction that
 * wants them. Neither address nor link is in here.
 */
export const mailTable = pgTable(
  'mails',
  {
    id: uuid().primaryKey(),
    attemptId: uuid().references(() => attemptTable.id, { onDelete: 'cascade' }),
    /** Of a mail to a member: which webhook was paused, and who is told. */
    webhookId: uuid().references(() => webhookTable.id, { onDelete: 'cascade' }),
    memberId: text().references(() => userTable.id, { onDelete: 'cascade' }),
    kind: text().$type<MailKind | 'webhook_paused'>().notNull(),
    /** The number of the invitation's link that it carries; 0 for members. */
    link: integer().notNull(),
    state: text().$type<MailState>().notNull().default('queued'),
    createdAt: moment().notNull(),
    /** Until when one process has it to itself; past, when that process died. */
    claimedUntil: moment(),
    /** When a mail server took it, or it was given up. */
    endedAt: moment(),
    /** The code by which a mail server refused it, without its words: they quote the address. */
    refusal: integer(),
  },
  (mail) => [
    unique('mails_one_of_each').on(mail.attemptId, mail.kind, mail.link),
    index().on(mail.state, mail.createdAt),
    check(
      'mails_about_one_thing',
      sql`(${mail.attemptId} is not null) <> (${mail.webhookId} is not null and ${mail.memberId} is not null)`,
    ),
  ],
);
