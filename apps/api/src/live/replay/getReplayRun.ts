import { maySeeRun } from '@assay/contracts/live';
import { findLiveRun } from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { presentRun } from '#live/runs/presentRun.ts';
import { admitToReplay } from './admitToReplay.ts';

export const getReplayRunRoute = routes.live.getReplayRun
  .use(asStaff)
  .handler(async ({ input: { sessionId, runId }, context: { services, member } }) => {
    const { viewer, until } = await admitToReplay(services, sessionId, member);
    const run = await findLiveRun(services.db, runId);
    const isThere = run?.sessionId === sessionId && run.askedAt <= until;
    if (!isThere || !maySeeRun(viewer, run.audience)) return unwrap<never>(notFound);
    return presentRun(run);
  });
