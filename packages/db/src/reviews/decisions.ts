import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { userTable } from '#people/userTable.ts';
import { decisionTable, overrideTable } from './decisionTable.ts';

/** What people put in the place of formulas, oldest first, so that the last of a criterion counts. */
export async function listOverrides(db: Database, attemptIds: string[]) {
  if (attemptIds.length === 0) return [];
  return db
    .select({
      id: overrideTable.id,
      attemptId: overrideTable.attemptId,
      challenge: overrideTable.challenge,
      criterion: overrideTable.criterion,
      score: overrideTable.score,
      reason: overrideTable.reason,
      by: userTable.name,
      at: overrideTable.at,
    })
    .from(overrideTable)
    .innerJoin(userTable, eq(userTable.id, overrideTable.memberId))
    .where(inArray(overrideTable.attemptId, attemptIds))
    .orderBy(asc(overrideTable.id));
}

export async function insertOverride(
  tx: Database,
  input: Omit<typeof overrideTable.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(overrideTable).values(input);
}

/** What was decided about attempts, newest first, so that the first of an attempt counts. */
export async function listDecisions(db: Database, attemptIds: string[]) {
  if (attemptIds.length === 0) return [];
  return db
    .select({
      id: decisionTable.id,
      attemptId: decisionTable.attemptId,
      outcome: decisionTable.outcome,
      reason: decisionTable.reason,
      by: userTable.name,
      at: decisionTable.at,
    })
    .from(decisionTable)
    .innerJoin(userTable, eq(userTable.id, decisionTable.memberId))
    .where(inArray(decisionTable.attemptId, attemptIds))
    .orderBy(desc(decisionTable.id));
}

export async function insertDecision(
  tx: Database,
  input: Omit<typeof decisionTable.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(decisionTable).values(input);
}
