import type {
  DeliveryProblem,
  DeliveryState,
  WebhookData,
  WebhookKind,
} from '@assay/contracts/http';
import { sql } from 'drizzle-orm';
import { bigint, index, integer, json, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { attemptTable } from '#attempts/attemptTable.ts';
import { moment } from '#connection/moment.ts';
import { webhookTable } from './webhookTable.ts';

/** Messages for webhooks, written down in the transaction of what they tell of. */
export const deliveryTable = pgTable(
  'webhook_deliveries',
  {
    id: uuid().primaryKey(),
    webhookId: uuid()
      .notNull()
      .references(() => webhookTable.id, { onDelete: 'cascade' }),
    /** Whom it is about, so that an erasure finds it. */
    attemptId: uuid().references(() => attemptTable.id, { onDelete: 'cascade' }),
    kind: text().$type<WebhookKind>().notNull(),
    data: json().$type<WebhookData>().notNull(),
    createdAt: moment().notNull(),
    state: text().$type<DeliveryState>().notNull().default('waiting'),
    /** When it is to be tried next. */
    dueAt: moment().notNull(),
    tries: integer().notNull().default(0),
    triesLeft: integer().notNull(),
    /** When its next try was last put on the queue; null when it was not yet. */
    enqueuedAt: moment(),
    /** Until when one process has it to itself; past, when that process died. */
    claimedUntil: moment(),
    endedAt: moment(),
  },
  (delivery) => [
    index('webhook_deliveries_waiting')
      .on(delivery.dueAt)
      .where(sql`state = 'waiting'`),
    index().on(delivery.webhookId, delivery.createdAt),
    index().on(delivery.attemptId),
    index().on(delivery.createdAt),
  ],
);

/** What came of sending one, each time. */
export const deliveryTryTable = pgTable(
  'webhook_tries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    deliveryId: uuid()
      .notNull()
      .references(() => deliveryTable.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
    durationMs: integer().notNull(),
    status: integer(),
    problem: text().$type<DeliveryProblem>(),
    /** The first bytes of the answer. */
    answer: text(),
  },
  (attempt) => [index().on(attempt.deliveryId)],
);
