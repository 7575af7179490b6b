import type { MailKind, MailState } from '@assay/contracts/http';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';

/** Mails to candidates, written down in the transaction that wants them. Neither address nor link is in here. */
export const mailTable = pgTable(
  'mails',
  {
    id: uuid().primaryKey(),
    attemptId: uuid()
      .notNull()
      .references(() => attemptTable.id, { onDelete: 'cascade' }),
    kind: text().$type<MailKind>().notNull(),
    /** The number of the invitation's link that it carries. */
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
  ],
);
