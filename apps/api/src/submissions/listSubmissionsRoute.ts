import { type JudgedSubmission, listSubmissions } from '@assay/db';
import type { Services } from '#services.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { presentSubmission } from './presentSubmission.ts';

export const listSubmissionsRoute = routes.candidate.listSubmissions
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) => {
    const { db, challenges } = services;
    const submissions = await listSubmissions(db, attemptId);
    return Promise.all(
      submissions.map(async (submission) =>
        presentSubmission(
          submission,
          (await challenges.get(submission.challengeHash)).manifest.showable,
          submission.state === 'queued' ? await findWait(services, submission) : undefined,
        ),
      ),
    );
  });

/** How many jobs the judge takes before this one, and how long that will take, where it can be known. */
async function findWait(
  { queues, judgePace }: Services,
  { id, createdAt }: JudgedSubmission,
): Promise<{ ahead: number; ms?: number | undefined } | undefined> {
  // Where the queue cannot be asked, who waits is told of their work all the same.
  const ahead = await queues.countAhead(id).catch(() => undefined);
  return ahead === undefined
    ? undefined
    : { ahead, ms: judgePace.estimateWaitMs(ahead, createdAt) };
}
