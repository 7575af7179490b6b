import { and, asc, between, eq, lt, lte } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { packUpdates } from './packUpdates.ts';
import { workspaceSnapshotTable } from './workspaceSnapshotTable.ts';
import { readRow, type WorkspaceKey } from './workspaceUpdates.ts';
import { workspaceUpdateTable } from './workspaceUpdateTable.ts';

export type WorkspaceSnapshot = {
  seq: number;
  logBytes: number;
  owners: Record<string, string>;
  state: Uint8Array;
};

/** Updates in one pack: enough to compress well, few enough to be done in a moment. */
const updatesInPack = 500;

export async function findWorkspaceSnapshot(
  db: Database,
  { attemptId, challenge }: WorkspaceKey,
): Promise<WorkspaceSnapshot | undefined> {
  const [found] = await db
    .select({
      seq: workspaceSnapshotTable.seq,
      logBytes: workspaceSnapshotTable.logBytes,
      owners: workspaceSnapshotTable.owners,
      state: workspaceSnapshotTable.state,
    })
    .from(workspaceSnapshotTable)
    .where(
      and(
        eq(workspaceSnapshotTable.attemptId, attemptId),
        eq(workspaceSnapshotTable.challenge, challenge),
      ),
    );
  return found;
}

/** Keeps the newest snapshot of a workspace; an older one changes nothing. */
export async function putWorkspaceSnapshot(
  db: Database,
  { attemptId, challenge }: WorkspaceKey,
  snapshot: WorkspaceSnapshot,
): Promise<void> {
  await db
    .insert(workspaceSnapshotTable)
    .values({ attemptId, challenge, ...snapshot })
    .onConflictDoUpdate({
      target: [workspaceSnapshotTable.attemptId, workspaceSnapshotTable.challenge],
      set: snapshot,
      setWhere: lt(workspaceSnapshotTable.seq, snapshot.seq),
    });
}

/**
 * Packs the log up to `seq`, so that it takes less room. Reading it gives what it gave before, and nodes that
 * pack the same log at the same time wait for each other.
 */
export async function packWorkspaceUpdates(
  db: Database,
  workspace: WorkspaceKey,
  seq: number,
): Promise<void> {
  while (await db.transaction((tx) => packOnce(tx, workspace, seq)));
}

/** Packs the oldest updates that are not packed; false when there are not enough of them. */
async function packOnce(
  tx: Database,
  { attemptId, challenge }: WorkspaceKey,
  upTo: number,
): Promise<boolean> {
  const ofWorkspace = and(
    eq(workspaceUpdateTable.attemptId, attemptId),
    eq(workspaceUpdateTable.challenge, challenge),
  );
  const rows = await tx
    .select()
    .from(workspaceUpdateTable)
    .where(and(ofWorkspace, eq(workspaceUpdateTable.count, 1), lte(workspaceUpdateTable.seq, upTo)))
    .orderBy(asc(workspaceUpdateTable.seq))
    .limit(updatesInPack)
    .for('update');
  const last = rows.at(-1);
  if (last === undefined || rows.length < updatesInPack) return false;
  const firstSeq = rows[0]?.seq ?? last.seq;
  // Another node packed some of them while this one waited: what is left is no longer one stretch.
  if (last.seq - firstSeq + 1 !== rows.length) return false;
  const bytes = packUpdates(rows.flatMap(readRow));
  await tx
    .delete(workspaceUpdateTable)
    .where(and(ofWorkspace, between(workspaceUpdateTable.seq, firstSeq, last.seq)));
  await tx.insert(workspaceUpdateTable).values({ ...last, count: rows.length, bytes });
  return true;
}
