import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { timeCreditTable } from './timeCreditTable.ts';

export type TimeCredit = typeof timeCreditTable.$inferSelect;
export type NewTimeCredit = Omit<typeof timeCreditTable.$inferInsert, 'id'>;

/** All that was given to a candidate, in the order in which it was. */
export function listTimeCredits(db: Database, attemptId: string): Promise<TimeCredit[]> {
  return db
    .select()
    .from(timeCreditTable)
    .where(eq(timeCreditTable.attemptId, attemptId))
    .orderBy(asc(timeCreditTable.createdAt), asc(timeCreditTable.id));
}

/**
 * Gives time, or lets what was given from the same source grow to a later end. A source that is settled stays as
 * it is. Answers the credit as it is now; nothing when nothing changed.
 */
export async function putTimeCredit(
  tx: Database,
  credit: NewTimeCredit,
): Promise<TimeCredit | undefined> {
  const [row] = await tx
    .insert(timeCreditTable)
    .values(credit)
    .onConflictDoUpdate({
      target: [timeCreditTable.attemptId, timeCreditTable.source],
      set: {
        toAt: sql`greatest(${timeCreditTable.toAt}, excluded.to_at)`,
        settledAt: sql`excluded.settled_at`,
      },
      setWhere: isNull(timeCreditTable.settledAt),
    })
    .returning();
  return row;
}

/** Lets credits grow no more, that of one source or all of an attempt; answers those that still could. */
export function settleTimeCredits(
  tx: Database,
  attemptId: string,
  { source, at }: { source?: string; at: Date },
): Promise<TimeCredit[]> {
  return tx
    .update(timeCreditTable)
    .set({ settledAt: at })
    .where(
      and(
        eq(timeCreditTable.attemptId, attemptId),
        isNull(timeCreditTable.settledAt),
        source === undefined ? undefined : eq(timeCreditTable.source, source),
      ),
    )
    .returning();
}
