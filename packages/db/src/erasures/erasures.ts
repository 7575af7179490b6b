import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { erasureTable } from './erasureTable.ts';

export type ErasureRecord = typeof erasureTable.$inferSelect;

export async function findErasure(
  db: Database,
  attemptId: string,
): Promise<ErasureRecord | undefined> {
  const [row] = await db.select().from(erasureTable).where(eq(erasureTable.attemptId, attemptId));
  return row;
}

/** Keeps a request; one that is there already stays as it is. */
export async function insertErasureRequest(
  tx: Database,
  request: { attemptId: string; at: Date; dueAt: Date },
): Promise<boolean> {
  const { attemptId, at, dueAt } = request;
  const rows = await tx
    .insert(erasureTable)
    .values({ attemptId, requestedAt: at, dueAt })
    .onConflictDoNothing()
    .returning({ attemptId: erasureTable.attemptId });
  return rows.length > 0;
}

/** Takes a request back that is not carried out; says whether there was one. */
export async function deleteErasureRequest(tx: Database, attemptId: string): Promise<boolean> {
  const rows = await tx
    .delete(erasureTable)
    .where(and(eq(erasureTable.attemptId, attemptId), isNull(erasureTable.doneBy)))
    .returning({ attemptId: erasureTable.attemptId });
  return rows.length > 0;
}

function erasures(db: Database) {
  return db
    .select({
      erasure: erasureTable,
      attempt: attemptTable,
      candidate: candidateTable,
      assessment: assessmentTable,
    })
    .from(erasureTable)
    .innerJoin(attemptTable, eq(attemptTable.id, erasureTable.attemptId))
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .$dynamic();
}

/** The request or the erasure of an attempt, with whose and which it is. */
export async function findErasureRow(db: Database, attemptId: string) {
  const [row] = await erasures(db).where(eq(erasureTable.attemptId, attemptId));
  return row;
}

/** One page of requests and erasures, what is due first on top; `page` counts from 1. */
export async function listErasures(db: Database, page: number, pageSize: number) {
  const [found] = await db.select({ total: count() }).from(erasureTable);
  const rows = await erasures(db)
    .orderBy(
      asc(isNotNull(erasureTable.doneBy)),
      asc(sql`case when ${erasureTable.doneBy} is null then ${erasureTable.dueAt} end`),
      desc(attemptTable.erasedAt),
      asc(attemptTable.id),
    )
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows, total: found?.total ?? 0 };
}
