import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { type DocumentKey, documentRow } from './documentKey.ts';
import { documentTable } from './documentTable.ts';
import { documentUpdateTable } from './documentUpdateTable.ts';
import { type TimedUpdate, unpackUpdates } from './packUpdates.ts';

export type NewDocumentUpdate = TimedUpdate;
export type StoredDocumentUpdate = NewDocumentUpdate & { seq: number };

/** The updates of one document. */
export function updatesOf(key: DocumentKey) {
  const { ownerId, name } = documentRow(key);
  return and(eq(documentUpdateTable.ownerId, ownerId), eq(documentUpdateTable.name, name));
}

/** The log of a document after `afterSeq`, in order; 0 for all of it. With `limit`, so many updates at most. */
export async function listDocumentUpdates(
  db: Database,
  key: DocumentKey,
  afterSeq: number,
  limit?: number,
): Promise<StoredDocumentUpdate[]> {
  const { seq: last, count } = documentUpdateTable;
  const untilSeq = limit === undefined ? Infinity : afterSeq + limit;
  const rows = await db
    .select()
    .from(documentUpdateTable)
    .where(
      and(
        updatesOf(key),
        gt(last, afterSeq),
        // A pack belongs here by its first update, and is named by its last.
        limit === undefined ? undefined : lte(sql`${last} - ${count} + 1`, untilSeq),
      ),
    )
    .orderBy(asc(last));
  return rows.flatMap(readRow).filter(({ seq }) => seq > afterSeq && seq <= untilSeq);
}

/** The updates of one row, packed or not. */
export function readRow({
  seq,
  at,
  author,
  count,
  bytes,
}: typeof documentUpdateTable.$inferSelect): StoredDocumentUpdate[] {
  if (count === 1) return [{ seq, at, author, bytes }];
  const first = seq - count + 1;
  return unpackUpdates(bytes).map((update, index) => ({ seq: first + index, ...update }));
}

/**
 * Appends to the log of a document, which begins to exist by it, and answers the seq of the first update.
 * Rejects with a unique violation when another node appended in the same moment: read on and try again.
 */
export async function insertDocumentUpdates(
  tx: Database,
  key: DocumentKey,
  updates: NewDocumentUpdate[],
): Promise<number> {
  const [found] = await tx
    .select({ seq: max(documentUpdateTable.seq) })
    .from(documentUpdateTable)
    .where(updatesOf(key));
  const first = (found?.seq ?? 0) + 1;
  const row = documentRow(key);
  if (first === 1) await tx.insert(documentTable).values(row).onConflictDoNothing();
  const { ownerId, name } = row;
  await tx
    .insert(documentUpdateTable)
    .values(updates.map((update, index) => ({ ownerId, name, seq: first + index, ...update })));
  return first;
}
