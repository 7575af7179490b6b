import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { apiNodeTable, candidateConnectionTable } from './serviceTable.ts';

/** A connection of a candidate: when it ended, and whether that was our node's doing. */
export type CandidateConnection = {
  id: string;
  openedAt: Date;
  /** Empty while it is open. */
  closedAt: Date | null;
  closedBy: 'node' | 'network' | null;
};

export async function openConnection(
  tx: Database,
  connection: { id: string; attemptId: string; nodeId: string; openedAt: Date },
): Promise<void> {
  await tx.insert(candidateConnectionTable).values(connection);
}

export async function closeConnection(
  db: Database,
  id: string,
  { at, by }: { at: Date; by: 'node' | 'network' },
): Promise<void> {
  await db
    .update(candidateConnectionTable)
    .set({ closedAt: at, closedBy: by })
    .where(and(eq(candidateConnectionTable.id, id), isNull(candidateConnectionTable.closedAt)));
}

/**
 * The connections of an attempt, oldest first. One whose node has not been heard of since `silentSince`, or has
 * stopped, ended with the last sign of that node.
 */
export function listConnections(
  db: Database,
  attemptId: string,
  silentSince: Date,
): Promise<CandidateConnection[]> {
  const { closedAt, closedBy } = candidateConnectionTable;
  const gone = sql`${closedAt} is null and (${apiNodeTable.stoppedAt} is not null or ${apiNodeTable.beatAt} < ${silentSince.toISOString()})`;
  return db
    .select({
      id: candidateConnectionTable.id,
      openedAt: candidateConnectionTable.openedAt,
      closedAt:
        sql<Date | null>`case when ${gone} then ${apiNodeTable.beatAt} else ${closedAt} end`.mapWith(
          closedAt,
        ),
      closedBy: sql<'node' | 'network' | null>`case when ${gone} then 'node' else ${closedBy} end`,
    })
    .from(candidateConnectionTable)
    .leftJoin(apiNodeTable, eq(apiNodeTable.id, candidateConnectionTable.nodeId))
    .where(eq(candidateConnectionTable.attemptId, attemptId))
    .orderBy(asc(candidateConnectionTable.openedAt), asc(candidateConnectionTable.id));
}
