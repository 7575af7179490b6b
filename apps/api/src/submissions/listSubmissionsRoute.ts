import { countQueuedBefore, listSubmissions } from '@assay/db';
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
          submission.state === 'queued'
            ? await countQueuedBefore(db, submission.createdAt)
            : undefined,
        ),
      ),
    );
  });
