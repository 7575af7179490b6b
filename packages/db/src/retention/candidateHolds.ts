import { desc, eq } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { userTable } from '#people/userTable.ts';
import { candidateHoldTable } from './candidateHoldTable.ts';

/** Holds a candidate back from erasure, or changes why. */
export async function putHold(
  tx: Database,
  hold: { candidateId: string; reason: string; heldBy: string; at: Date },
): Promise<void> {
  const { reason, heldBy, at } = hold;
  await tx
    .insert(candidateHoldTable)
    .values(hold)
    .onConflictDoUpdate({ target: candidateHoldTable.candidateId, set: { reason, heldBy, at } });
}

/** Lets a candidate go; says whether they were held. */
export async function deleteHold(tx: Database, candidateId: string): Promise<boolean> {
  const rows = await tx
    .delete(candidateHoldTable)
    .where(eq(candidateHoldTable.candidateId, candidateId))
    .returning({ id: candidateHoldTable.candidateId });
  return rows.length > 0;
}

/**
 * Whether the candidate of an attempt is held back. It is kept from becoming so until the transaction ends: who
 * holds somebody locks the person, too.
 */
export async function isHeld(tx: Database, attemptId: string): Promise<boolean> {
  await tx
    .select({ id: candidateTable.id })
    .from(candidateTable)
    .innerJoin(attemptTable, eq(attemptTable.candidateId, candidateTable.id))
    .where(eq(attemptTable.id, attemptId))
    .for('update', { of: candidateTable });
  const [hold] = await tx
    .select({ id: candidateHoldTable.candidateId })
    .from(candidateHoldTable)
    .innerJoin(attemptTable, eq(attemptTable.candidateId, candidateHoldTable.candidateId))
    .where(eq(attemptTable.id, attemptId));
  return hold !== undefined;
}

/** The attempts of all who are held back. */
export async function listHeldAttempts(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: attemptTable.id })
    .from(candidateHoldTable)
    .innerJoin(attemptTable, eq(attemptTable.candidateId, candidateHoldTable.candidateId));
  return rows.map(({ id }) => id);
}

/** All who are held back, the last one first. */
export function listHolds(db: Database) {
  return db
    .select({
      candidateId: candidateHoldTable.candidateId,
      candidateName: candidateTable.name,
      reason: candidateHoldTable.reason,
      at: candidateHoldTable.at,
      heldBy: userTable.name,
    })
    .from(candidateHoldTable)
    .innerJoin(candidateTable, eq(candidateTable.id, candidateHoldTable.candidateId))
    .leftJoin(userTable, eq(userTable.id, candidateHoldTable.heldBy))
    .orderBy(desc(candidateHoldTable.at), desc(candidateHoldTable.candidateId));
}
