import { eq, isNotNull } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { liveRunTable } from '#live/liveRunTable.ts';
import { mailTable } from '#mail/mailTable.ts';
import { submissionTable } from '#submissions/submissionTable.ts';
import { deliveryTable } from '#webhooks/deliveryTable.ts';

/**
 * Says of all work under way that nobody has taken it: who had it is gone, and so is the queue. The sweeps of the API
 * then enqueue it within seconds, where they would wait for minutes for somebody who may still be at it.
 */
export async function releaseWork(tx: Database): Promise<void> {
  await tx
    .update(submissionTable)
    .set({ state: 'queued' })
    .where(eq(submissionTable.state, 'running'));
  await tx.update(liveRunTable).set({ state: 'queued' }).where(eq(liveRunTable.state, 'running'));
  await tx
    .update(deliveryTable)
    .set({ enqueuedAt: null, claimedUntil: null })
    .where(eq(deliveryTable.state, 'waiting'));
  await tx.update(mailTable).set({ claimedUntil: null }).where(isNotNull(mailTable.claimedUntil));
}
