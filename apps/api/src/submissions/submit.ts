import type { CandidateSubmission } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import {
  type Database,
  type JudgedSubmission,
  findPressed,
  insertSubmission,
  listPinnedChallenges,
  lockAttempt,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { findFilesRefusal } from '#workspaces/findFilesRefusal.ts';
import { enqueueSubmission } from './enqueueSubmission.ts';
import { presentSubmission } from './presentSubmission.ts';

type Press = {
  attemptId: string;
  challenge: string;
  suite: 'public' | 'hidden';
  idempotencyKey?: string | undefined;
};

export const submitRoute = routes.candidate.submit
  .use(asCandidate)
  .handler(async ({ input, context: { services, attemptId } }) => {
    return unwrap(await submit(services, { ...input, attemptId })).submission;
  });

/**
 * Freezes the workspace as it is logged, stores it as queued, and sends it to the judge. One press of a button that
 * is sent again is answered what came of it the first time, also when nothing new would be taken any more.
 */
async function submit(
  services: Services,
  press: Press,
): Promise<{ ok: true; submission: CandidateSubmission } | Refusal> {
  const { db, rooms, challenges } = services;
  const { attemptId, challenge } = press;
  const pinned = (await listPinnedChallenges(db, attemptId)).find(({ slug }) => slug === challenge);
  if (pinned === undefined) return notFound;
  const files = await rooms.room(`${attemptId}/${challenge}`).files();
  const stored = await db.transaction((tx) => store(tx, press, files, services.now));
  if (!stored.ok) return stored;
  const { submission, isNew } = stored;
  if (isNew) enqueueSubmission(services, submission);
  const { showable } = (await challenges.get(submission.challengeHash)).manifest;
  return { ok: true, submission: presentSubmission(submission, showable) };
}

async function store(
  tx: Database,
  press: Press,
  files: Files,
  now: () => Date,
): Promise<{ ok: true; submission: JudgedSubmission; isNew: boolean } | Refusal> {
  const { attemptId, challenge, suite } = press;
  const attempt = await lockAttempt(tx, attemptId, 'share');
  const pinned = (await listPinnedChallenges(tx, attemptId)).find(({ slug }) => slug === challenge);
  if (attempt === undefined || pinned === undefined) return notFound;
  const before = await findFirst(tx, press);
  if (before !== undefined) return before;
  const refused = findClockRefusal(attempt, pinned, now()) ?? findFilesRefusal(files);
  if (refused !== undefined) return refused;
  const submission = await insertSubmission(tx, {
    ...press,
    challengeHash: pinned.hash,
    sentBy: 'candidate',
    atEnd: false,
    seed: attempt.seed,
    files,
    createdAt: now(),
  });
  // Whoever stored it at the same time has committed: the insertion waited for that.
  if (submission === undefined) return (await findFirst(tx, press)) ?? stillRunning;
  await recordAudit(tx, {
    at: submission.createdAt,
    actor: `candidate:${attemptId}`,
    action: 'submission.created',
    subject: `submission:${submission.id}`,
    detail: { attemptId, challenge, suite },
  });
  return { ok: true, submission: { ...submission, verdict: null }, isNew: true };
}

/** What came of this press before. */
async function findFirst(
  tx: Database,
  { attemptId, challenge, suite, idempotencyKey }: Press,
): Promise<{ ok: true; submission: JudgedSubmission; isNew: false } | Refusal | undefined> {
  const first = idempotencyKey && (await findPressed(tx, attemptId, idempotencyKey));
  if (!first) return undefined;
  if (first.challenge !== challenge || first.suite !== suite) return keyTaken;
  return { ok: true, submission: first, isNew: false };
}

const keyTaken = refusal(
  'KEY_TAKEN',
  409,
  'This key was sent with another run. Make a new one for each.',
);

const stillRunning = refusal(
  'STILL_RUNNING',
  409,
  'Your last run of this challenge is not finished yet. Your work is saved; try again in a moment.',
);
