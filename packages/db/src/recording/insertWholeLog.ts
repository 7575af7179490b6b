import type { Database } from '#connection/database.ts';
import { type DocumentKey, documentRow } from '#documents/documentKey.ts';
import { documentTable } from '#documents/documentTable.ts';
import { documentUpdateTable } from '#documents/documentUpdateTable.ts';
import { packUpdates, type TimedUpdate } from '#documents/packUpdates.ts';

/** Makes a document with the whole of its log, in one row. */
export async function insertWholeLog(
  tx: Database,
  key: DocumentKey,
  updates: readonly TimedUpdate[],
): Promise<void> {
  const row = documentRow(key);
  await tx.insert(documentTable).values(row);
  const last = updates.at(-1);
  if (last === undefined) return;
  const isOne = updates.length === 1;
  await tx.insert(documentUpdateTable).values({
    ownerId: row.ownerId,
    name: row.name,
    seq: updates.length,
    at: last.at,
    author: last.author,
    count: updates.length,
    bytes: isOne ? last.bytes : packUpdates(updates),
  });
}
