import { and, asc, eq, isNull } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { liveSessionTable } from '#live/liveSessionTable.ts';
import { candidateTable } from './candidateTable.ts';

/** A candidate with the ids of their attempts and of the live sessions that go on from them, oldest first. */
export async function findCandidate(db: Database, candidateId: string) {
  const [candidate] = await db
    .select()
    .from(candidateTable)
    .where(eq(candidateTable.id, candidateId));
  if (candidate === undefined) return undefined;
  const attempts = await db
    .select({ id: attemptTable.id })
    .from(attemptTable)
    .where(and(eq(attemptTable.candidateId, candidateId), isNull(attemptTable.erasedAt)))
    .orderBy(asc(attemptTable.createdAt), asc(attemptTable.id));
  // Of whom everything is erased, nobody is left.
  if (attempts.length === 0) return undefined;
  const sessions = await db
    .select({ id: liveSessionTable.id, title: liveSessionTable.title })
    .from(liveSessionTable)
    .innerJoin(attemptTable, eq(attemptTable.id, liveSessionTable.attemptId))
    .where(eq(attemptTable.candidateId, candidateId))
    .orderBy(asc(liveSessionTable.createdAt));
  return { ...candidate, attemptIds: attempts.map(({ id }) => id), sessions };
}

/** Keeps a candidate from being erased until the transaction ends; says whether there is one. */
export async function lockCandidate(tx: Database, candidateId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: candidateTable.id })
    .from(candidateTable)
    .where(eq(candidateTable.id, candidateId))
    .for('share');
  return rows.length > 0;
}
