import { and, asc, eq, gt, max } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { workspaceUpdateTable } from './workspaceUpdateTable.ts';

export type WorkspaceKey = { attemptId: string; challenge: string };
export type NewWorkspaceUpdate = { at: Date; author: string; bytes: Uint8Array };
export type StoredWorkspaceUpdate = NewWorkspaceUpdate & { seq: number };

/** The log of a workspace after `afterSeq`, in order; 0 for all of it. */
export function listWorkspaceUpdates(
  db: Database,
  { attemptId, challenge }: WorkspaceKey,
  afterSeq: number,
): Promise<StoredWorkspaceUpdate[]> {
  return db
    .select({
      seq: workspaceUpdateTable.seq,
      at: workspaceUpdateTable.at,
      author: workspaceUpdateTable.author,
      bytes: workspaceUpdateTable.bytes,
    })
    .from(workspaceUpdateTable)
    .where(
      and(
        eq(workspaceUpdateTable.attemptId, attemptId),
        eq(workspaceUpdateTable.challenge, challenge),
        gt(workspaceUpdateTable.seq, afterSeq),
      ),
    )
    .orderBy(asc(workspaceUpdateTable.seq));
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
