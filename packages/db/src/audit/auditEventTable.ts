import { bigint, index, json, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';

/** Who did what to what, written in the transaction that did it. */
export const auditEventTable = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    /** `candidate:<attempt>`, `staff:<user>` or `system`. */
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: json().$type<Record<string, unknown>>().notNull(),
  },
  (event) => [index().on(event.subject)],
);
