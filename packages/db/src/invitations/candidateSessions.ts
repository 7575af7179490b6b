import { and, asc, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateSessionTable, invitationTable } from './invitationTable.ts';

export async function insertCandidateSession(
  tx: Database,
  input: { tokenHash: string; invitationId: string; expiresAt: Date; at: Date },
): Promise<void> {
  const { at, ...session } = input;
  await tx.insert(candidateSessionTable).values({ ...session, createdAt: at });
}

/**
 * The attempt that a candidate's session is for.
 * A revoked invitation ends its sessions, an expired one those of attempts that have not started.
 */
export async function findSessionAttempt(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db
    .select({ attemptId: attemptTable.id })
    .from(candidateSessionTable)
    .innerJoin(invitationTable, eq(invitationTable.id, candidateSessionTable.invitationId))
    .innerJoin(attemptTable, eq(attemptTable.id, invitationTable.attemptId))
    .where(
      and(
        eq(candidateSessionTable.tokenHash, tokenHash),
        gt(candidateSessionTable.expiresAt, now),
        isNull(invitationTable.revokedAt),
        or(ne(attemptTable.state, 'invited'), gt(invitationTable.expiresAt, now)),
      ),
    );
  return row?.attemptId;
}

/** When browsers opened an invitation, oldest first. */
export function listCandidateSessions(
  db: Database,
  invitationId: string,
): Promise<{ createdAt: Date; expiresAt: Date }[]> {
  return db
    .select({
      createdAt: candidateSessionTable.createdAt,
      expiresAt: candidateSessionTable.expiresAt,
    })
    .from(candidateSessionTable)
    .where(eq(candidateSessionTable.invitationId, invitationId))
    .orderBy(asc(candidateSessionTable.createdAt));
}

/** Signs everybody out who opened an invitation. */
export async function deleteCandidateSessions(tx: Database, invitationId: string): Promise<void> {
  await tx
    .delete(candidateSessionTable)
    .where(eq(candidateSessionTable.invitationId, invitationId));
}
