import {
  type Database,
  type DocumentKey,
  findDocumentSnapshot,
  isUniqueViolation,
  listDocumentUpdates,
  packDocumentUpdates,
  putDocumentSnapshot,
} from '@assay/db';
import type { WorkspaceLog } from '@assay/workspace';
import type { Background } from '#background.ts';

/** Tries to append while other nodes append to the same log; each failure means that one of them got on. */
const maxTries = 10;

/** What the logs of all documents in the database have in common; who may append, and how, is their own. */
export function documentLog(
  { db, background }: { db: Database; background: Background },
  key: DocumentKey,
): Omit<WorkspaceLog, 'append'> {
  return {
    snapshot: () => findDocumentSnapshot(db, key),
    keep: (snapshot) =>
      background.run('keep a snapshot', async () => {
        await putDocumentSnapshot(db, key, snapshot);
        await packDocumentUpdates(db, key, snapshot.seq);
      }),
    fetch: (afterSeq) => listDocumentUpdates(db, key, afterSeq),
  };
}

/** Appends, and once more when another node has taken the place in the log meanwhile. */
export async function retryCollisions<T>(append: () => Promise<T>): Promise<T> {
  for (let left = maxTries; ; left -= 1) {
    try {
      return await append();
    } catch (error) {
      if (left <= 1 || !isUniqueViolation(error)) throw error;
    }
  }
}
