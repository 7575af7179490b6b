import type { Verdict } from '@assay/contracts/verdict';
import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { rejudgementTable } from './rejudgementTable.ts';
import { submissionTable } from './submissionTable.ts';

export type RejudgementRecord = typeof rejudgementTable.$inferSelect;

/** Asks for one; `isNew` is false when one of this submission is under way, which is what comes back then. */
export async function insertRejudgement(
  tx: Database,
  request: { submissionId: string; requestedBy: string; at: Date },
): Promise<{ rejudgement: RejudgementRecord; isNew: boolean }> {
  const { submissionId, requestedBy, at } = request;
  const [inserted] = await tx
    .insert(rejudgementTable)
    .values({ submissionId, requestedBy, requestedAt: at })
    .onConflictDoNothing()
    .returning();
  if (inserted !== undefined) return { rejudgement: inserted, isNew: true };
  const [unfinished] = await tx
    .select()
    .from(rejudgementTable)
    .where(
      and(eq(rejudgementTable.submissionId, submissionId), isNull(rejudgementTable.finishedAt)),
    );
  if (unfinished === undefined) return insertRejudgement(tx, request);
  return { rejudgement: unfinished, isNew: false };
}

/** Keeps the verdict of one, and gives it; `undefined` when it has one already, or is not there. */
export async function finishRejudgement(
  tx: Database,
  id: string,
  verdict: Verdict,
  at: Date,
): Promise<RejudgementRecord | undefined> {
  const [row] = await tx
    .update(rejudgementTable)
    .set({ verdict, finishedAt: at })
    .where(and(eq(rejudgementTable.id, id), isNull(rejudgementTable.finishedAt)))
    .returning();
  return row;
}

/** Those of all submissions of an attempt, oldest first. */
export async function listRejudgements(
  db: Database,
  attemptId: string,
): Promise<RejudgementRecord[]> {
  const rows = await db
    .select({ rejudgement: rejudgementTable })
    .from(rejudgementTable)
    .innerJoin(submissionTable, eq(submissionTable.id, rejudgementTable.submissionId))
    .where(eq(submissionTable.attemptId, attemptId))
    .orderBy(asc(rejudgementTable.requestedAt));
  return rows.map(({ rejudgement }) => rejudgement);
}

/** What was asked for before `before` and is not judged, oldest first. */
export function listUnfinishedRejudgements(
  db: Database,
  before: Date,
  limit: number,
): Promise<RejudgementRecord[]> {
  return db
    .select()
    .from(rejudgementTable)
    .where(and(isNull(rejudgementTable.finishedAt), lt(rejudgementTable.requestedAt, before)))
    .orderBy(asc(rejudgementTable.requestedAt))
    .limit(limit);
}
