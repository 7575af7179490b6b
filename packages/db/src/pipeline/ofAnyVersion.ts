import { eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';

/** Attempts at an assessment, whichever version of it they are of and `assessmentId` names. */
export function ofAnyVersion(db: Database, assessmentId: string) {
  const [version, named] = [alias(assessmentTable, 'version'), alias(assessmentTable, 'named')];
  return inArray(
    attemptTable.assessmentId,
    db
      .select({ id: version.id })
      .from(version)
      .innerJoin(named, eq(named.templateId, version.templateId))
      .where(eq(named.id, assessmentId)),
  );
}
