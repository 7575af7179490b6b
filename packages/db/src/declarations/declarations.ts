import type { GroupQuestionId } from '@assay/contracts/http';
import { and, asc, eq, inArray, lte, notInArray } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { declarationTable } from './declarationTable.ts';

export type DeclarationRecord = typeof declarationTable.$inferSelect;

/** What was said under a key. */
export function listDeclarations(db: Database, key: string): Promise<DeclarationRecord[]> {
  return db
    .select()
    .from(declarationTable)
    .where(eq(declarationTable.key, key))
    .orderBy(asc(declarationTable.question));
}

/** All answers to the questions. */
export async function listAllDeclarations(
  db: Database,
  questions: GroupQuestionId[],
): Promise<DeclarationRecord[]> {
  if (questions.length === 0) return [];
  return db.select().from(declarationTable).where(inArray(declarationTable.question, questions));
}

/** Puts what is said under a key in the place of what was said before. */
export async function replaceDeclarations(
  tx: Database,
  key: string,
  rows: Omit<DeclarationRecord, 'key'>[],
): Promise<void> {
  await deleteDeclarations(tx, key);
  if (rows.length > 0)
    await tx.insert(declarationTable).values(rows.map((row) => ({ key, ...row })));
}

export async function deleteDeclarations(tx: Database, key: string): Promise<void> {
  await tx.delete(declarationTable).where(eq(declarationTable.key, key));
}

/**
 * Removes what was kept for as long as the attempts that it is of, also where nobody can tell any more which they are,
 * but for what is under one of the `held` keys.
 */
export async function deleteDeclarationsUntil(
  db: Database,
  { now, held }: { now: Date; held: string[] },
): Promise<void> {
  const isOver = lte(declarationTable.keptUntil, now.toISOString().slice(0, 10));
  await db.delete(declarationTable).where(and(isOver, notInArray(declarationTable.key, held)));
}
