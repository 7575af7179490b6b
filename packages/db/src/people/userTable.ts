import type { StaffRole } from '@assay/contracts/http';
import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';

/** Members of staff. The columns are better-auth's; `role` and `removedAt` are ours. */
export const userTable = pgTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  role: text().$type<StaffRole>().notNull(),
  /** When an admin took their access away. The row stays: what they did stays theirs. */
  removedAt: moment(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});
