import {
  type Database,
  type WorkspaceKey,
  findPinnedChallenge,
  insertDocumentUpdates,
  lockAttempt,
} from '@assay/db';
import type { AppendRefusal, LogEntry, WorkspaceLog } from '@assay/workspace';
import type { Background } from '#background.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';
import { documentLog, retryCollisions } from './documentLog.ts';

export const workspaceKey = ({ attemptId, challenge }: WorkspaceKey): string =>
  `${attemptId}/${challenge}`;

/**
 * The log of a workspace in the database. It takes nothing when the clock does not run, decided in the
 * transaction that writes: ending an attempt waits for it, so no acknowledged change comes too late.
 */
export function workspaceLog(
  { db, background, now }: { db: Database; background: Background; now: () => Date },
  key: string,
): WorkspaceLog {
  const [attemptId = '', challenge = ''] = key.split('/');
  const workspace = { attemptId, challenge };

  function tryAppend(entries: LogEntry[]) {
    return db.transaction(async (tx): Promise<{ ok: true; firstSeq: number } | AppendRefusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'share');
      const clock = attempt && (await findPinnedChallenge(tx, workspace));
      if (attempt === undefined || clock === undefined)
        return { ok: false, code: 'read_only', message: 'This attempt is gone.' };
      const refused = findClockRefusal(attempt, clock, now());
      if (refused !== undefined) return { ok: false, code: 'read_only', message: refused.message };
      return { ok: true, firstSeq: await insertDocumentUpdates(tx, workspace, entries) };
    });
  }

  return {
    ...documentLog({ db, background }, workspace),
    append: (entries) => retryCollisions(() => tryAppend(entries)),
  };
}
