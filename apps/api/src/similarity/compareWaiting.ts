import type { Files } from '@assay/contracts/workspace';
import {
  compareWork,
  listUncompared,
  listUnreadKnown,
  listUnreadSubmissions,
  lockAttempt,
  putFingerprints,
  putSubmittedWork,
  recordAudit,
} from '@assay/db';
import { fingerprintVersion } from '@assay/similarity';
import type { Services } from '#services.ts';
import { comparisonTerms } from './comparisonTerms.ts';
import { givenOf } from './givenOf.ts';

/** Of each, so that a backlog is not read into memory at once. */
const batch = 20;

/**
 * Reads and compares what waits for it, until nothing does or the API closes. Each work is a transaction of its own: whoever is
 * stopped in between, or does it at the same time, leaves nothing half done and nothing twice.
 */
export async function compareWaiting(services: Services): Promise<void> {
  const { db } = services;
  const version = fingerprintVersion;
  const { minPieces } = comparisonTerms;
  const challenges = new Map<string, string>();
  for (;;) {
    const unread = await listUnreadSubmissions(db, version, batch);
    for (const submission of unread) {
      challenges.set(submission.challenge, submission.challengeHash);
      await readSubmission(services, submission);
    }
    if (unread.length < batch || services.comparer.reader.isClosed) break;
  }
  for (const [challenge, hash] of challenges) await readKnown(services, challenge, hash);
  for (;;) {
    const uncompared = await listUncompared(db, { version, minPieces, limit: batch });
    for (const work of uncompared) await compare(services, work);
    if (uncompared.length < batch || services.comparer.reader.isClosed) return;
  }
}

type Unread = Awaited<ReturnType<typeof listUnreadSubmissions>>[number];

async function readSubmission(services: Services, submission: Unread): Promise<void> {
  const { submissionId, attemptId, challenge, files } = submission;
  const read = await readWork(services, files, await givenOf(services, submission.challengeHash));
  if (read === undefined) return;
  await services.db.transaction(async (tx) => {
    // Between reading and now it may have been erased, and then it stays erased.
    const attempt = await lockAttempt(tx, attemptId, 'share');
    if (attempt === undefined || attempt.erasedAt !== null) return;
    await putSubmittedWork(tx, { submissionId, attemptId, challenge, ...read });
  });
}

async function readKnown(services: Services, challenge: string, hash: string): Promise<void> {
  const { db, comparer } = services;
  await comparer.keepKnown(db, challenge);
  const given = await givenOf(services, hash);
  for (const work of await listUnreadKnown(db, challenge, fingerprintVersion)) {
    const read = await readWork(services, work.knownFiles ?? {}, given);
    if (read !== undefined) await db.transaction((tx) => putFingerprints(tx, work, read));
  }
}

/** What cannot be read in time has nothing to compare, and is not tried again; `undefined` while the API closes. */
async function readWork({ comparer: { reader } }: Services, files: Files, given: Files) {
  const read = await reader.fingerprint(files, given);
  if (read === undefined && reader.isClosed) return undefined;
  const nothing = { hashes: [], given: 0, unread: Object.keys(files).length };
  return { version: fingerprintVersion, ...(read ?? nothing) };
}

async function compare({ db, now }: Services, work: { id: number }): Promise<void> {
  const at = now();
  await db.transaction(async (tx) => {
    const compared = await compareWork(tx, work.id, comparisonTerms, at);
    if (compared?.submissionId == null) return;
    await recordAudit(tx, {
      at,
      actor: 'system',
      action: 'submission.compared',
      subject: `submission:${compared.submissionId}`,
      detail: { with: compared.comparedWith },
    });
  });
}
