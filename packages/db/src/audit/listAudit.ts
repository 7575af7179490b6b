import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { auditEventTable } from './auditEventTable.ts';

/** What happened to one thing, oldest first. */
export function listAudit(db: Database, subject: string) {
  return db
    .select()
    .from(auditEventTable)
    .where(eq(auditEventTable.subject, subject))
    .orderBy(asc(auditEventTable.id));
}

/** What happened to several things, oldest first. */
export function listAuditOfAll(db: Database, subjects: string[]) {
  return db
    .select()
    .from(auditEventTable)
    .where(inArray(auditEventTable.subject, subjects))
    .orderBy(asc(auditEventTable.id));
}
