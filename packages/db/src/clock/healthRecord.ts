import { desc, eq, gt, max, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { apiNodeTable, outageTable } from './serviceTable.ts';

/** Any number that nothing else locks: of nodes that come back together, one writes down that all were away. */
const healthLock = 7_265_002;

export type Outage = typeof outageTable.$inferSelect;

/** The last sign of any node; nothing in a new installation. The transaction keeps others from looking meanwhile. */
export async function lockLastBeat(tx: Database): Promise<Date | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(${healthLock})`);
  const [row] = await tx.select({ at: max(apiNodeTable.beatAt) }).from(apiNodeTable);
  return row?.at ?? undefined;
}

/** A node says that it is there. */
export async function recordBeat(tx: Database, nodeId: string, at: Date): Promise<void> {
  await tx
    .insert(apiNodeTable)
    .values({ id: nodeId, startedAt: at, beatAt: at })
    .onConflictDoUpdate({ target: apiNodeTable.id, set: { beatAt: at } });
}

/** A node says that it goes. */
export async function recordStop(db: Database, nodeId: string, at: Date): Promise<void> {
  await db
    .update(apiNodeTable)
    .set({ beatAt: at, stoppedAt: at })
    .where(eq(apiNodeTable.id, nodeId));
}

export async function insertOutage(
  tx: Database,
  outage: { fromAt: Date; toAt: Date },
): Promise<Outage | undefined> {
  const [row] = await tx.insert(outageTable).values(outage).onConflictDoNothing().returning();
  return row;
}

/** Outages that ended after `since`, newest first. */
export function listOutages(db: Database, since: Date): Promise<Outage[]> {
  return db
    .select()
    .from(outageTable)
    .where(gt(outageTable.toAt, since))
    .orderBy(desc(outageTable.fromAt));
}
