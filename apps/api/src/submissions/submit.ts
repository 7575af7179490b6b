import type { CandidateSubmission } from '@assay/contracts/http';
import {
  type SubmissionRecord,
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

export const submitRoute = routes.candidate.submit
  .use(asCandidate)
  .handler(async ({ input: { challenge, suite }, context: { services, attemptId } }) => {
    return unwrap(await submit(services, { attemptId, challenge, suite })).submission;
  });

/** Freezes the workspace as it is logged, stores it as queued, and sends it to the judge. */
async function submit(
  services: Services,
  {
    attemptId,
    challenge,
    suite,
  }: { attemptId: string; challenge: string; suite: 'public' | 'hidden' },
): Promise<{ ok: true; submission: CandidateSubmission } | Refusal> {
  const { db, rooms, now } = services;
  const pinned = (await listPinnedChallenges(db, attemptId)).find(({ slug }) => slug === challenge);
  if (pinned === undefined) return notFound;
  const files = await rooms.room(`${attemptId}/${challenge}`).files();
  const stored = await db.transaction(
    async (tx): Promise<{ ok: true; submission: SubmissionRecord } | Refusal> => {
      const attempt = await lockAttempt(tx, attemptId, 'share');
      const clock = (await listPinnedChallenges(tx, attemptId)).find(
        ({ slug }) => slug === challenge,
      );
      if (attempt === undefined || clock === undefined) return notFound;
      const refused = findClockRefusal(attempt, clock, now()) ?? findFilesRefusal(files);
      if (refused !== undefined) return refused;
      const submission = await insertSubmission(tx, {
        attemptId,
        challenge,
        challengeHash: pinned.hash,
        suite,
        sentBy: 'candidate',
        atEnd: false,
        seed: attempt.seed,
        files,
        createdAt: now(),
      });
      if (submission === undefined) return stillRunning;
      await recordAudit(tx, {
        at: submission.createdAt,
        actor: `candidate:${attemptId}`,
        action: 'submission.created',
        subject: `submission:${submission.id}`,
        detail: { attemptId, challenge, suite },
      });
      return { ok: true, submission };
    },
  );
  if (!stored.ok) return stored;
  enqueueSubmission(services, stored.submission);
  return { ok: true, submission: presentSubmission({ ...stored.submission, verdict: null }, []) };
}

const stillRunning = refusal(
  'STILL_RUNNING',
  409,
  'Your last run of this challenge is not finished yet. Your work is saved; try again in a moment.',
);
