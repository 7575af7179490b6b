import type { NightErasure } from '@assay/contracts/http';
import { desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { retentionNightTable } from './retentionNightTable.ts';

export type RetentionNightRecord = typeof retentionNightTable.$inferSelect;

/** Gives a night to one process; says whether this is the one. One that died in it is replaced after `until`. */
export async function claimNight(
  db: Database,
  night: string,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const rows = await db
    .insert(retentionNightTable)
    .values({ night, startedAt: now, claimedUntil: until })
    .onConflictDoUpdate({
      target: retentionNightTable.night,
      set: { claimedUntil: until },
      setWhere: sql`${retentionNightTable.finishedAt} is null and ${retentionNightTable.claimedUntil} <= ${now.toISOString()}`,
    })
    .returning({ night: retentionNightTable.night });
  return rows.length > 0;
}

/** Writes down what a night has erased so far, and keeps it for that process; with `finishedAt`, for good. */
export async function recordNight(
  db: Database,
  night: string,
  record:
    | { erased: NightErasure[]; claimedUntil: Date }
    | { erased: NightErasure[]; finishedAt: Date },
): Promise<void> {
  await db.update(retentionNightTable).set(record).where(eq(retentionNightTable.night, night));
}

export async function findNight(
  db: Database,
  night: string,
): Promise<RetentionNightRecord | undefined> {
  const [row] = await db
    .select()
    .from(retentionNightTable)
    .where(eq(retentionNightTable.night, night));
  return row;
}

/** The last nights that are over, newest first. */
export function listNights(db: Database, limit: number): Promise<RetentionNightRecord[]> {
  return db
    .select()
    .from(retentionNightTable)
    .where(isNotNull(retentionNightTable.finishedAt))
    .orderBy(desc(retentionNightTable.night))
    .limit(limit);
}
