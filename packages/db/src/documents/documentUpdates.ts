import { and, asc, eq, gt, max, or } from 'drizzle-orm';
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

/** The log of a document after `afterSeq`, in order; 0 for all of it. */
export async function listDocumentUpdates(
  db: Database,
  key: DocumentKey,
  afterSeq: number,
): Promise<StoredDocumentUpdate[]> {
  const rows = await db
    .select()
    .from(documentUpdateTable)
    .where(and(updatesOf(key), gt(documentUpdateTable.seq, afterSeq)))
    .orderBy(asc(documentUpdateTable.seq));
  return rows.flatMap(readRow).filter(({ seq }) => seq > afterSeq);
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
  const [first = 1] = await insertUpdatesOfMany(tx, [{ key, updates }]);
  return first;
}

/** The same for several documents at once, each named once, in two statements; answers their first seqs in order. */
export async function insertUpdatesOfMany(
  tx: Database,
  logs: { key: DocumentKey; updates: NewDocumentUpdate[] }[],
): Promise<number[]> {
  const found = await tx
    .select({
      ownerId: documentUpdateTable.ownerId,
      name: documentUpdateTable.name,
      seq: max(documentUpdateTable.seq),
    })
    .from(documentUpdateTable)
    .where(or(...logs.map(({ key }) => updatesOf(key))))
    .groupBy(documentUpdateTable.ownerId, documentUpdateTable.name);
  const placed = logs.map(({ key, updates }) => {
    const row = documentRow(key);
    const last = found.find(({ ownerId, name }) => ownerId === row.ownerId && name === row.name);
    return { row, updates, first: (last?.seq ?? 0) + 1 };
  });
  const begun = placed.filter(({ first }) => first === 1).map(({ row }) => row);
  if (begun.length > 0) await tx.insert(documentTable).values(begun).onConflictDoNothing();
  await tx
    .insert(documentUpdateTable)
    .values(
      placed.flatMap(({ row: { ownerId, name }, updates, first }) =>
        updates.map((update, index) => ({ ownerId, name, seq: first + index, ...update })),
      ),
    );
  return placed.map(({ first }) => first);
}
