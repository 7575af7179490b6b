import { findLiveSession, listUnfinishedLiveRuns } from '@assay/db';
import type { Services } from '#services.ts';
import { enqueueLiveRun } from './enqueueLiveRun.ts';

/** Enqueues again what waits, or runs, since before these moments; job ids make that harmless. */
export async function sweepLiveRuns(
  services: Services,
  before: { queued: Date; running: Date },
  batch: number,
): Promise<void> {
  const { db } = services;
  for (const state of ['queued', 'running'] as const)
    for (const run of await listUnfinishedLiveRuns(db, state, before[state], batch)) {
      const session = await findLiveSession(db, run.sessionId);
      if (session !== undefined) enqueueLiveRun(services, run, session);
    }
}
