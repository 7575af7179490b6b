import { desc, inArray } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { decisionTable } from '#reviews/decisionTable.ts';

/** An attempt with what was last decided about it, and when. */
export type DecidedAttempt = { attemptId: string; isSelected: boolean; at: Date };

/** Attempts about which the last decision lets a candidate go on, or does not; those on hold are left out. */
export async function listDecidedAttempts(db: Database): Promise<DecidedAttempt[]> {
  const last = db
    .selectDistinctOn([decisionTable.attemptId], {
      attemptId: decisionTable.attemptId,
      outcome: decisionTable.outcome,
      at: decisionTable.at,
    })
    .from(decisionTable)
    .orderBy(decisionTable.attemptId, desc(decisionTable.id))
    .as('last');
  const rows = await db
    .select()
    .from(last)
    .where(inArray(last.outcome, ['advance', 'decline']));
  return rows.map(({ attemptId, outcome, at }) => {
    return { attemptId, isSelected: outcome === 'advance', at };
  });
}
