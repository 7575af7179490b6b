import { replayPageSize } from '@assay/contracts/live';
import { findAttempt, listAttemptEvents, listDocumentUpdates } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { presentUpdates } from '#workspaces/presentUpdates.ts';
import { equalTime } from './equalTime.ts';
import { presentHistory } from './presentHistory.ts';

export const getHistoryRoute = routes.review.getHistory
  .use(asStaff)
  .handler(async ({ input: { attemptId, challenge }, context: { services } }) => {
    const shown = await findEqualTime(services, attemptId);
    return presentHistory(await listAttemptEvents(services.db, attemptId), challenge, shown);
  });

export const getHistoryUpdatesRoute = routes.review.getHistoryUpdates
  .use(asStaff)
  .handler(async ({ input: { attemptId, challenge, after }, context: { services } }) => {
    const shown = await findEqualTime(services, attemptId);
    const key = { attemptId, challenge };
    const found = await listDocumentUpdates(services.db, key, after, replayPageSize);
    const isMore = found.length === replayPageSize;
    return presentUpdates(found, { next: isMore ? after + replayPageSize : undefined, shown });
  });

/** How moments of an attempt are told to those who grade it. */
async function findEqualTime({ db }: Services, attemptId: string) {
  const found = (await findAttempt(db, attemptId)) ?? unwrap<never>(notFound);
  return equalTime(found.attempt);
}
