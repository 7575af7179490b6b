import { replayPageSize } from '@assay/contracts/live';
import { listDocumentUpdates } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { presentUpdates } from '#workspaces/presentUpdates.ts';
import { admitToReplay } from './admitToReplay.ts';

export const getReplayUpdatesRoute = routes.live.getReplayUpdates
  .use(asStaff)
  .handler(async ({ input: { sessionId, document, after }, context: { services, member } }) => {
    const { session, until } = await admitToReplay(services, sessionId, member);
    const key = { sessionId, document };
    const found = await listDocumentUpdates(services.db, key, after, replayPageSize);
    // Of a session that is over, all of it: what is in its log was written before the end, whatever clock says when.
    const isOver = session.state === 'ended';
    const told = isOver ? found : found.filter(({ at }) => at <= until);
    const isMore = told.length === replayPageSize;
    return presentUpdates(told, { next: isMore ? after + replayPageSize : undefined });
  });
