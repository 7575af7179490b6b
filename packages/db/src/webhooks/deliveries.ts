import type {
  DeliveryProblem,
  DeliveryState,
  WebhookData,
  WebhookKind,
} from '@assay/contracts/http';
import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { deliveryTable, deliveryTryTable } from './deliveryTable.ts';
import { webhookTable } from './webhookTable.ts';

export type DeliveryRecord = typeof deliveryTable.$inferSelect;
export type DeliveryTryRecord = typeof deliveryTryTable.$inferSelect;

/** Writes a message down, to be sent at once. */
export async function insertDelivery(
  tx: Database,
  delivery: {
    webhookId: string;
    kind: WebhookKind;
    data: WebhookData;
    at: Date;
    triesLeft: number;
  },
): Promise<string> {
  const { at, ...rest } = delivery;
  const id = crypto.randomUUID();
  const { attemptId } = delivery.data;
  await tx
    .insert(deliveryTable)
    .values({ id, ...rest, ...(attemptId && { attemptId }), createdAt: at, dueAt: at });
  return id;
}

export async function findDelivery(db: Database, id: string): Promise<DeliveryRecord | undefined> {
  const [row] = await db.select().from(deliveryTable).where(eq(deliveryTable.id, id));
  return row;
}

/**
 * Messages whose time has come, of webhooks that are on, marked as put on the queue: each once, whatever number of
 * processes ask. Those that were marked before `lostBefore` and still wait are given out again.
 */
export function takeDueDeliveries(
  db: Database,
  { now, lostBefore, limit }: { now: Date; lostBefore: Date; limit: number },
): Promise<{ deliveryId: string; tries: number }[]> {
  const due = db
    .select({ id: deliveryTable.id })
    .from(deliveryTable)
    .innerJoin(webhookTable, eq(webhookTable.id, deliveryTable.webhookId))
    .where(
      and(
        eq(deliveryTable.state, 'waiting'),
        lte(deliveryTable.dueAt, now),
        or(isNull(deliveryTable.enqueuedAt), lt(deliveryTable.enqueuedAt, lostBefore)),
        isNull(webhookTable.pausedAt),
      ),
    )
    .orderBy(asc(deliveryTable.dueAt))
    .limit(limit)
    .for('update', { of: deliveryTable, skipLocked: true });
  return db
    .update(deliveryTable)
    .set({ enqueuedAt: now })
    .where(inArray(deliveryTable.id, due))
    .returning({ deliveryId: deliveryTable.id, tries: deliveryTable.tries });
}

/** Gives a message that was tried so often to one process, until then; `undefined` when it is not to be sent now. */
export async function claimDelivery(
  db: Database,
  { id, tries, now, until }: { id: string; tries: number; now: Date; until: Date },
): Promise<DeliveryRecord | undefined> {
  const [row] = await db
    .update(deliveryTable)
    .set({ claimedUntil: until })
    .where(
      and(
        eq(deliveryTable.id, id),
        eq(deliveryTable.state, 'waiting'),
        eq(deliveryTable.tries, tries),
        or(isNull(deliveryTable.claimedUntil), lte(deliveryTable.claimedUntil, now)),
      ),
    )
    .returning();
  return row;
}

/** What came of a try, and how it goes on: another time, or no more. */
export async function recordTry(
  tx: Database,
  id: string,
  tried: {
    at: Date;
    durationMs: number;
    status?: number | undefined;
    problem?: DeliveryProblem | undefined;
    answer?: string | undefined;
  },
  next: { state: 'waiting'; dueAt: Date } | { state: 'delivered' | 'failed'; at: Date },
): Promise<void> {
  const [found] = await tx
    .update(deliveryTable)
    .set({
      state: next.state,
      tries: sql`${deliveryTable.tries} + 1`,
      triesLeft: sql`greatest(0, ${deliveryTable.triesLeft} - 1)`,
      claimedUntil: null,
      enqueuedAt: null,
      ...('dueAt' in next ? { dueAt: next.dueAt } : { endedAt: next.at }),
    })
    .where(eq(deliveryTable.id, id))
    .returning({ id: deliveryTable.id });
  // Erased while it was on its way.
  if (found !== undefined) await tx.insert(deliveryTryTable).values({ deliveryId: id, ...tried });
}

/** Lets others have a message that was claimed, once its webhook is on. */
export async function releaseDelivery(db: Database, id: string): Promise<void> {
  await db
    .update(deliveryTable)
    .set({ claimedUntil: null, enqueuedAt: null })
    .where(eq(deliveryTable.id, id));
}

/** Has a message sent again from now on, so many times. */
export async function replayDelivery(
  tx: Database,
  id: string,
  { at, triesLeft }: { at: Date; triesLeft: number },
): Promise<void> {
  await tx
    .update(deliveryTable)
    .set({ state: 'waiting', dueAt: at, triesLeft, enqueuedAt: null, endedAt: null })
    .where(eq(deliveryTable.id, id));
}

/** Whether a message of a webhook has arrived since then. */
export async function hasDeliveredSince(
  db: Database,
  webhookId: string,
  since: Date,
): Promise<boolean> {
  const [row] = await db
    .select({ id: deliveryTable.id })
    .from(deliveryTable)
    .where(
      and(
        eq(deliveryTable.webhookId, webhookId),
        eq(deliveryTable.state, 'delivered'),
        gte(deliveryTable.endedAt, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** One page of the messages of a webhook, newest first; `page` counts from 1. */
export async function listDeliveries(
  db: Database,
  filter: { webhookId: string; state?: DeliveryState | undefined; id?: string },
  page: number,
  pageSize: number,
): Promise<{ rows: (DeliveryRecord & { log: DeliveryTryRecord[] })[]; total: number }> {
  const chosen = and(
    eq(deliveryTable.webhookId, filter.webhookId),
    filter.state && eq(deliveryTable.state, filter.state),
    filter.id === undefined ? undefined : eq(deliveryTable.id, filter.id),
  );
  const [found] = await db.select({ total: count() }).from(deliveryTable).where(chosen);
  const rows = await db
    .select()
    .from(deliveryTable)
    .where(chosen)
    .orderBy(desc(deliveryTable.createdAt), desc(deliveryTable.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const ids = rows.map(({ id }) => id);
  const log = await db
    .select()
    .from(deliveryTryTable)
    .where(inArray(deliveryTryTable.deliveryId, ids))
    .orderBy(desc(deliveryTryTable.id));
  return {
    rows: rows.map((row) => ({
      ...row,
      log: log.filter(({ deliveryId }) => deliveryId === row.id),
    })),
    total: found?.total ?? 0,
  };
}

/** Forgets messages from before then, however they went. */
export async function deleteDeliveries(db: Database, before: Date): Promise<void> {
  await db.delete(deliveryTable).where(lt(deliveryTable.createdAt, before));
}
