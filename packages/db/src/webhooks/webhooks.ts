import type { DeliveryState, WebhookEvent, WebhookPause } from '@assay/contracts/http';
import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { deliveryTable } from './deliveryTable.ts';
import { webhookTable } from './webhookTable.ts';

export type WebhookRecord = typeof webhookTable.$inferSelect;

export async function insertWebhook(
  tx: Database,
  webhook: {
    url: string;
    description: string;
    events: WebhookEvent[];
    createdBy: string;
    at: Date;
  },
): Promise<WebhookRecord | undefined> {
  const { at, ...rest } = webhook;
  const [row] = await tx
    .insert(webhookTable)
    .values({ id: crypto.randomUUID(), ...rest, createdAt: at })
    .returning();
  return row;
}

export async function findWebhook(db: Database, id: string): Promise<WebhookRecord | undefined> {
  const [row] = await db.select().from(webhookTable).where(eq(webhookTable.id, id));
  return row;
}

/** The webhook, kept from other changes until the transaction ends. */
export async function lockWebhook(tx: Database, id: string): Promise<WebhookRecord | undefined> {
  const [row] = await tx.select().from(webhookTable).where(eq(webhookTable.id, id)).for('update');
  return row;
}

export async function updateWebhook(
  tx: Database,
  id: string,
  changes: Partial<Omit<WebhookRecord, 'id' | 'createdAt' | 'createdBy'>>,
): Promise<void> {
  await tx.update(webhookTable).set(changes).where(eq(webhookTable.id, id));
}

export async function pauseWebhook(
  tx: Database,
  id: string,
  { at, because }: { at: Date; because: WebhookPause },
): Promise<void> {
  await updateWebhook(tx, id, { pausedAt: at, pausedBecause: because });
}

/** Removes a webhook with its messages; says whether there was one. */
export async function deleteWebhook(tx: Database, id: string): Promise<boolean> {
  const rows = await tx
    .delete(webhookTable)
    .where(eq(webhookTable.id, id))
    .returning({ id: webhookTable.id });
  return rows.length > 0;
}

/** All of them, oldest first. */
export function listWebhooks(db: Database): Promise<WebhookRecord[]> {
  return db.select().from(webhookTable).orderBy(asc(webhookTable.createdAt), asc(webhookTable.id));
}

/** How many messages of each webhook there are, by how they stand. */
export async function countDeliveries(
  db: Database,
): Promise<Map<string, Record<DeliveryState, number>>> {
  const rows = await db
    .select({ id: deliveryTable.webhookId, state: deliveryTable.state, total: count() })
    .from(deliveryTable)
    .groupBy(deliveryTable.webhookId, deliveryTable.state);
  const counts = new Map<string, Record<DeliveryState, number>>();
  for (const { id, state, total } of rows)
    counts.set(id, { waiting: 0, delivered: 0, failed: 0, ...counts.get(id), [state]: total });
  return counts;
}
