import type { WebhookEvent, WebhookPause } from '@assay/contracts/http';
import { integer, json, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';

/** Addresses that are told what happens. Their secrets are made from the installation's, by number, and are nowhere. */
export const webhookTable = pgTable('webhooks', {
  id: uuid().primaryKey(),
  url: text().notNull(),
  description: text().notNull(),
  events: json().$type<WebhookEvent[]>().notNull(),
  /** Which secret signs; 1 is the first. */
  secretNumber: integer().notNull().default(1),
  /** Until when the secret before signs as well. */
  oldSecretUntil: moment(),
  createdBy: text()
    .notNull()
    .references(() => userTable.id),
  createdAt: moment().notNull(),
  pausedAt: moment(),
  pausedBecause: text().$type<WebhookPause>(),
});
