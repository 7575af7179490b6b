import { countQueuedBefore, listSubmissions } from '@assay/db';
import { asCandidate, routes } from '#http/routes.ts';
import { presentSubmission } from './presentSubmission.ts';

export const listSubmissionsRoute = routes.candidate.listSubmissions
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) => {
    const submissions = await listSubmissions(services.db, attemptId);
    return Promise.all(
      submissions.map(async (submission) =>
        presentSubmission(
          submission,
          submission.state === 'queued'
            ? await countQueuedBefore(services.db, submission.createdAt)
            : undefined,
        ),
      ),
    );
  });
