import { deleteLiveSession, listLiveRunStates, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { forgetLiveRuns } from '#live/runs/forgetLiveRuns.ts';

/** Erases a live session that was kept long enough, with what the queue still holds of its runs. */
export async function eraseForgottenSession(
  { db, queues, live, now }: Services,
  sessionId: string,
): Promise<void> {
  const liveRuns = await db.transaction(async (tx) => {
    const runs = await listLiveRunStates(tx, [sessionId]);
    await deleteLiveSession(tx, sessionId);
    const subject = `live:${sessionId}` as const;
    await recordAudit(tx, { at: now(), actor: 'system', action: 'live.erased', subject });
    return runs;
  });
  await forgetLiveRuns(queues, liveRuns);
  await live.changed(sessionId);
}
