import type { LiveRunRecord } from '@assay/db';
import type { Queues } from '@assay/queue';

/** A run that is erased, and how far it was. */
export type ErasedRun = Pick<LiveRunRecord, 'id' | 'state'>;

/** Takes the runs of an erased session from the queues: what waits, what a judge is at, and what is done. */
export async function forgetLiveRuns(queues: Queues, runs: ErasedRun[]): Promise<void> {
  for (const { id, state } of runs)
    if (state === 'queued' || state === 'running') await queues.cancelJudge(id);
  await queues.forget({ liveRunIds: runs.map(({ id }) => id) });
}
