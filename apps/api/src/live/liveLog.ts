import type { Database, SessionDocumentKey } from '@assay/db';
import type { WorkspaceLog } from '@assay/workspace';
import type { Background } from '#background.ts';
import { documentLog } from '#workspaces/documentLog.ts';
import type { LiveLogWriter } from './LiveLogWriter.ts';

/** The log of a session's document in the database. */
export function liveLog(
  { db, background, writer }: { db: Database; background: Background; writer: LiveLogWriter },
  key: SessionDocumentKey,
): WorkspaceLog {
  return {
    ...documentLog({ db, background }, key),
    append: (entries) => writer.append(key, entries),
  };
}
