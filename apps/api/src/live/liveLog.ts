import {
  type Database,
  findDocumentSnapshot,
  listDocumentUpdates,
  packDocumentUpdates,
  putDocumentSnapshot,
  type SessionDocumentKey,
} from '@assay/db';
import type { WorkspaceLog } from '@assay/workspace';
import type { Background } from '#background.ts';
import type { LiveLogWriter } from './LiveLogWriter.ts';

/** The log of a session's document in the database. */
export function liveLog(
  { db, background, writer }: { db: Database; background: Background; writer: LiveLogWriter },
  key: SessionDocumentKey,
): WorkspaceLog {
  return {
    snapshot: () => findDocumentSnapshot(db, key),
    keep: (snapshot) =>
      background.run('keep a snapshot', async () => {
        await putDocumentSnapshot(db, key, snapshot);
        await packDocumentUpdates(db, key, snapshot.seq);
      }),
    fetch: (afterSeq) => listDocumentUpdates(db, key, afterSeq),
    append: (entries) => writer.append(key, entries),
  };
}
