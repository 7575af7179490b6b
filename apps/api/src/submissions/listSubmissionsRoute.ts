import { listSubmissions } from '@assay/db';
import { asCandidate, routes } from '#http/routes.ts';
import { presentSubmission } from './presentSubmission.ts';

export const listSubmissionsRoute = routes.candidate.listSubmissions
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) => {
    return (await listSubmissions(services.db, attemptId)).map(presentSubmission);
  });
