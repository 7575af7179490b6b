import { type SQL, sql } from 'drizzle-orm';
import { bigint, index, json, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';

/** Who did what to what, written in the transaction that did it. */
export const auditEventTable = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    /** `candidate:<attempt>`, `staff:<user>` or `system`. */
    actor: text().notNull(),
    /** By which token a member acted; null when they were signed in. No reference: entries outlive tokens. */
    tokenId: uuid(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: json().$type<Record<string, unknown>>().notNull(),
  },
  (event) => [
    index().on(event.subject),
    // Each filter of the log has the order of its pages behind it.
    index().on(event.at, event.id),
    index().on(event.actor, event.at, event.id),
    index('audit_events_domain').on(domainOf(event), event.at, event.id),
    index('audit_events_words').using('gin', wordsOf(event)),
  ],
);

type Columns = Record<'action' | 'subject' | 'detail', unknown>;

/** The part of an action that says in which area it was. */
export const domainOf = ({ action }: Pick<Columns, 'action'>): SQL =>
  sql`split_part(${action}, '.', 1)`;

/** All words of an entry; what joins words in names of actions and in ids parts them here. */
export const wordsOf = ({ action, subject, detail }: Columns): SQL =>
  sql`to_tsvector('simple', translate(${action} || ' ' || ${subject} || ' ' || (${detail})::text, '._:-/@"{}[],', '            '))`;
