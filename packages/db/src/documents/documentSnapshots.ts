import { and, asc, between, eq, lt, lte } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { type DocumentKey, documentRow } from './documentKey.ts';
import { documentSnapshotTable } from './documentSnapshotTable.ts';
import { documentUpdateTable } from './documentUpdateTable.ts';
import { readRow, updatesOf } from './documentUpdates.ts';
import { packUpdates } from './packUpdates.ts';

export type DocumentSnapshot = {
  seq: number;
  logBytes: number;
  owners: Record<string, string>;
  state: Uint8Array;
};

/** Updates in one pack: enough to compress well, few enough to be done in a moment. */
const updatesInPack = 500;

export async function findDocumentSnapshot(
  db: Database,
  key: DocumentKey,
): Promise<DocumentSnapshot | undefined> {
  const { ownerId, name } = documentRow(key);
  const [found] = await db
    .select({
      seq: documentSnapshotTable.seq,
      logBytes: documentSnapshotTable.logBytes,
      owners: documentSnapshotTable.owners,
      state: documentSnapshotTable.state,
    })
    .from(documentSnapshotTable)
    .where(and(eq(documentSnapshotTable.ownerId, ownerId), eq(documentSnapshotTable.name, name)));
  return found;
}

/** Keeps the newest snapshot of a document that has a log; an older one changes nothing. */
export async function putDocumentSnapshot(
  db: Database,
  key: DocumentKey,
  snapshot: DocumentSnapshot,
): Promise<void> {
  const { ownerId, name } = documentRow(key);
  await db
    .insert(documentSnapshotTable)
    .values({ ownerId, name, ...snapshot })
    .onConflictDoUpdate({
      target: [documentSnapshotTable.ownerId, documentSnapshotTable.name],
      set: snapshot,
      setWhere: lt(documentSnapshotTable.seq, snapshot.seq),
    });
}

/**
 * Packs the log up to `seq`, so that it takes less room. Reading it gives what it gave before, and nodes that
 * pack the same log at the same time wait for each other.
 */
export async function packDocumentUpdates(
  db: Database,
  key: DocumentKey,
  seq: number,
): Promise<void> {
  while (await db.transaction((tx) => packOnce(tx, key, seq)));
}

/** Packs the oldest updates that are not packed; false when there are not enough of them. */
async function packOnce(tx: Database, key: DocumentKey, upTo: number): Promise<boolean> {
  const ofDocument = updatesOf(key);
  const rows = await tx
    .select()
    .from(documentUpdateTable)
    .where(and(ofDocument, eq(documentUpdateTable.count, 1), lte(documentUpdateTable.seq, upTo)))
    .orderBy(asc(documentUpdateTable.seq))
    .limit(updatesInPack)
    .for('update');
  const last = rows.at(-1);
  if (last === undefined || rows.length < updatesInPack) return false;
  const firstSeq = rows[0]?.seq ?? last.seq;
  // Another node packed some of them while this one waited: what is left is no longer one stretch.
  if (last.seq - firstSeq + 1 !== rows.length) return false;
  const bytes = packUpdates(rows.flatMap(readRow));
  await tx
    .delete(documentUpdateTable)
    .where(and(ofDocument, between(documentUpdateTable.seq, firstSeq, last.seq)));
  await tx.insert(documentUpdateTable).values({ ...last, count: rows.length, bytes });
  return true;
}
