import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { attemptChallengeTable, attemptTable } from '#attempts/attemptTable.ts';
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

/**
 * Of each finished attempt with a challenge: how often its page was left, and how many characters were pasted into
 * the challenge's files from elsewhere.
 */
export function countActivity(
  db: Database,
  challenge: string,
): Promise<{ attemptId: string; leavings: number; pasted: number }[]> {
  const { kind, length, fromHere } = attemptEventTable;
  return db
    .select({
      attemptId: attemptTable.id,
      leavings: sql<number>`(count(*) filter (where ${kind} = 'left'))::int`,
      pasted: sql<number>`coalesce(sum(${length}) filter (where ${kind} = 'pasted' and not ${fromHere} and ${attemptEventTable.challenge} = ${challenge}), 0)::int`,
    })
    .from(attemptChallengeTable)
    .innerJoin(attemptTable, eq(attemptTable.id, attemptChallengeTable.attemptId))
    .leftJoin(attemptEventTable, eq(attemptEventTable.attemptId, attemptTable.id))
    .where(
      and(
        eq(attemptChallengeTable.slug, challenge),
        inArray(attemptTable.state, ['finished', 'graded']),
        isNull(attemptTable.erasedAt),
      ),
    )
    .groupBy(attemptTable.id);
}
