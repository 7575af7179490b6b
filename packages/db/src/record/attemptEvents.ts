import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { attemptEventTable } from './attemptEventTable.ts';

export type AttemptEventRecord = typeof attemptEventTable.$inferSelect;
export type NewAttemptEvent = Omit<typeof attemptEventTable.$inferInsert, 'attemptId'>;

/** Keeps events; those whose id is there already change nothing. */
export async function insertAttemptEvents(
  tx: Database,
  attemptId: string,
  events: NewAttemptEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insert(attemptEventTable)
    .values(events.map((event) => ({ ...event, attemptId })))
    .onConflictDoNothing();
}

export async function countAttemptEvents(db: Database, attemptId: string): Promise<number> {
  const [row] = await db
    .select({ events: count() })
    .from(attemptEventTable)
    .where(eq(attemptEventTable.attemptId, attemptId));
  return row?.events ?? 0;
}

/** All events of an attempt, oldest first. */
export function listAttemptEvents(db: Database, attemptId: string): Promise<AttemptEventRecord[]> {
  return db
    .select()
    .from(attemptEventTable)
    .where(eq(attemptEventTable.attemptId, attemptId))
    .orderBy(asc(attemptEventTable.at), asc(attemptEventTable.id));
}
