import type { TokenScope } from '@assay/contracts/http';
import { index, json, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from './userTable.ts';

/** What programs show in place of a session. The token itself is nowhere. */
export const apiTokenTable = pgTable(
  'api_tokens',
  {
    id: uuid().primaryKey(),
    /** Who made it, and in whose name it acts. */
    memberId: text()
      .notNull()
      .references(() => userTable.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** SHA-256 of the token, hex. */
    tokenHash: text().notNull().unique(),
    /** Its first characters, by which people tell it from others. */
    start: text().notNull(),
    scopes: json().$type<TokenScope[]>().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    /** To the minute. */
    lastUsedAt: moment(),
    revokedAt: moment(),
  },
  (token) => [index().on(token.memberId)],
);
