import { listQueuedVerifications } from '@assay/db';
import type { Services } from '#services.ts';
import { enqueueVerification } from './enqueueVerification.ts';

/** Enqueues again what was asked for before `before` and has not come back; job ids make that harmless. */
export async function sweepVerifications(
  services: Services,
  before: Date,
  batch: number,
): Promise<void> {
  for (const verification of await listQueuedVerifications(services.db, before, batch))
    enqueueVerification(services, verification);
}
