import { and, asc, eq, gt, max } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { type TimedUpdate, unpackUpdates } from './packUpdates.ts';
import { workspaceUpdateTable } from './workspaceUpdateTable.ts';

export type WorkspaceKey = { attemptId: string; challenge: string };
export type NewWorkspaceUpdate = TimedUpdate;
export type StoredWorkspaceUpdate = NewWorkspaceUpdate & { seq: number };

/** The log of a workspace after `afterSeq`, in order; 0 for all of it. */
export async function listWorkspaceUpdates(
  db: Database,
  { attemptId, challenge }: WorkspaceKey,
  afterSeq: number,
): Promise<StoredWorkspaceUpdate[]> {
  const rows = await db
    .select()
    .from(workspaceUpdateTable)
    .where(
      and(
        eq(workspaceUpdateTable.attemptId, attemptId),
        eq(workspaceUpdateTable.challenge, challenge),
        gt(workspaceUpdateTable.seq, afterSeq),
      ),
    )
    .orderBy(asc(workspaceUpdateTable.seq));
  return rows.flatMap(readRow).filter(({ seq }) => seq > afterSeq);
}

/** The updates of one row, packed or not. */
export function readRow({
  seq,
  at,
  author,
  count,
  bytes,
}: typeof workspaceUpdateTable.$inferSelect): StoredWorkspaceUpdate[] {
  if (count === 1) return [{ seq, at, author, bytes }];
  const first = seq - count + 1;
  return unpackUpdates(bytes).map((update, index) => ({ seq: first + index, ...update }));
}

/**
 * Appends to the log and answers the seq of the first update.
 * Rejects with a unique violation when another node appended in the same moment: read on and try again.
 */
export async function insertWorkspaceUpdates(
  tx: Database,
  { attemptId, challenge }: WorkspaceKey,
  updates: NewWorkspaceUpdate[],
): Promise<number> {
  const [last] = await tx
    .select({ seq: max(workspaceUpdateTable.seq) })
    .from(workspaceUpdateTable)
    .where(
      and(
        eq(workspaceUpdateTable.attemptId, attemptId),
        eq(workspaceUpdateTable.challenge, challenge),
      ),
    );
  const first = (last?.seq ?? 0) + 1;
  await tx
    .insert(workspaceUpdateTable)
    .values(
      updates.map((update, index) => ({ attemptId, challenge, seq: first + index, ...update })),
    );
  return first;
}
