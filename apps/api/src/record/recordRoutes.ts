import { unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { loadRecord, summariseRecord } from './loadRecord.ts';

export const getRecordRoute = routes.candidate.getRecord
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) =>
    summariseRecord(unwrap(await loadRecord(services, attemptId)).record),
  );

export const downloadRecordRoute = routes.candidate.downloadRecord
  .use(asCandidate)
  .handler(
    async ({ context: { services, attemptId } }) =>
      unwrap(await loadRecord(services, attemptId)).record,
  );
