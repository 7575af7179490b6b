import { isDeepStrictEqual } from 'node:util';
import type { Files } from '@assay/contracts/workspace';
import {
  type AttemptRecord,
  type Database,
  type PinnedChallenge,
  type SubmissionRecord,
  findLastHidden,
  insertSubmission,
  listDocumentUpdates,
} from '@assay/db';
import { readLog } from '@assay/workspace';

/** Freezes a workspace as the log has it, if it differs from the last submission against the hidden tests. */
export async function handIn(
  tx: Database,
  { id: attemptId, seed }: AttemptRecord,
  { slug, hash }: PinnedChallenge,
  { sentBy, at }: { sentBy: 'candidate' | 'deadline'; at: Date },
): Promise<SubmissionRecord | undefined> {
  const files = await readWorkspace(tx, attemptId, slug);
  const last = await findLastHidden(tx, attemptId, slug);
  if (last !== undefined && isDeepStrictEqual(sorted(last.files), sorted(files))) return undefined;
  return insertSubmission(tx, {
    attemptId,
    challenge: slug,
    challengeHash: hash,
    suite: 'hidden',
    sentBy,
    atEnd: true,
    seed,
    files,
    createdAt: at,
  });
}

async function readWorkspace(tx: Database, attemptId: string, challenge: string): Promise<Files> {
  const updates = await listDocumentUpdates(tx, { attemptId, challenge }, 0);
  return readLog(updates.map(({ bytes }) => bytes));
}

const sorted = (files: Files) => Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
