import {
  type Database,
  type WorkspaceKey,
  findDocumentSnapshot,
  findPinnedChallenge,
  insertDocumentUpdates,
  isUniqueViolation,
  listDocumentUpdates,
  lockAttempt,
  packDocumentUpdates,
  putDocumentSnapshot,
} from '@assay/db';
import type { AppendRefusal, LogEntry, WorkspaceLog } from '@assay/workspace';
import type { Background } from '#background.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';

/** Tries to append while other nodes append to the same log; each failure means that one of them got on. */
const maxTries = 10;

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
    snapshot: () => findDocumentSnapshot(db, workspace),
    keep: (snapshot) =>
      background.run('keep a snapshot', async () => {
        await putDocumentSnapshot(db, workspace, snapshot);
        await packDocumentUpdates(db, workspace, snapshot.seq);
      }),
    fetch: (afterSeq) => listDocumentUpdates(db, workspace, afterSeq),
    append: async (entries) => {
      for (let left = maxTries; ; left -= 1) {
        try {
          return await tryAppend(entries);
        } catch (error) {
          if (left <= 1 || !isUniqueViolation(error)) throw error;
        }
      }
    },
  };
}
