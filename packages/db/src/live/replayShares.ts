import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { userTable } from '#people/userTable.ts';
import { replayShareTable } from './replayShareTable.ts';

/** Lets somebody watch a session's replay; false when they may already. */
export async function insertReplayShare(
  tx: Database,
  share: typeof replayShareTable.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(replayShareTable)
    .values(share)
    .onConflictDoNothing()
    .returning({ memberId: replayShareTable.memberId });
  return rows.length > 0;
}

/** Ends it; false when they could not. */
export async function deleteReplayShare(
  tx: Database,
  sessionId: string,
  memberId: string,
): Promise<boolean> {
  const rows = await tx
    .delete(replayShareTable)
    .where(of(sessionId, memberId))
    .returning({ memberId: replayShareTable.memberId });
  return rows.length > 0;
}

/** Whether a session's replay is shared with somebody. */
export async function hasReplayShare(
  db: Database,
  sessionId: string,
  memberId: string,
): Promise<boolean> {
  const rows = await db
    .select({ memberId: replayShareTable.memberId })
    .from(replayShareTable)
    .where(of(sessionId, memberId));
  return rows.length > 0;
}

/** With whom a session's replay is shared, oldest first. */
export function listReplayShares(
  db: Database,
  sessionId: string,
): Promise<{ memberId: string; name: string; createdAt: Date }[]> {
  return db
    .select({
      memberId: replayShareTable.memberId,
      name: userTable.name,
      createdAt: replayShareTable.createdAt,
    })
    .from(replayShareTable)
    .innerJoin(userTable, eq(userTable.id, replayShareTable.memberId))
    .where(eq(replayShareTable.sessionId, sessionId))
    .orderBy(asc(replayShareTable.createdAt), asc(replayShareTable.memberId));
}

const of = (sessionId: string, memberId: string) =>
  and(eq(replayShareTable.sessionId, sessionId), eq(replayShareTable.memberId, memberId));
