import type { Level } from '@assay/contracts/challenge';
import type { RoleSections, RoleSkill } from '@assay/contracts/http';
import { integer, json, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from '#people/userTable.ts';

/** What somebody is sought for. */
export const roleTable = pgTable('roles', {
  id: uuid().primaryKey().defaultRandom(),
  /** Grows with each change, so that nobody overwrites what they have not seen. */
  revision: integer().notNull().default(1),
  title: text().notNull(),
  organisation: text().notNull(),
  level: text().$type<Level>().notNull(),
  skills: json().$type<RoleSkill[]>().notNull(),
  /** The parts of the job description that people write, Markdown. */
  sections: json().$type<RoleSections>().notNull(),
  /** The whole job description as somebody rewrote it; null while it follows from the rest. */
  description: text(),
  createdBy: text().references(() => userTable.id),
  createdAt: moment().notNull(),
  changedAt: moment().notNull(),
});
