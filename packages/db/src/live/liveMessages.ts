import { and, count, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { liveMessageTable } from './liveMessageTable.ts';

export type LiveMessageRecord = typeof liveMessageTable.$inferSelect;

/** Writes a message, which the session must not have yet. */
export async function insertLiveMessage(
  tx: Database,
  message: Omit<LiveMessageRecord, 'seq'>,
): Promise<LiveMessageRecord> {
  const [row] = await tx.insert(liveMessageTable).values(message).returning();
  if (row === undefined) throw new Error('The message was not stored.');
  return row;
}

/** The message that the session has under this id. */
export async function findLiveMessage(
  db: Database,
  sessionId: string,
  id: string,
): Promise<LiveMessageRecord | undefined> {
  const [row] = await db
    .select()
    .from(liveMessageTable)
    .where(and(eq(liveMessageTable.sessionId, sessionId), eq(liveMessageTable.id, id)));
  return row;
}

/** How many messages somebody wrote: in all, and after `since`. */
export async function countLiveMessages(
  db: Database,
  participantId: string,
  since: Date,
): Promise<{ all: number; recent: number }> {
  const [row] = await db
    .select({
      all: count(),
      recent: count(sql`case when ${gt(liveMessageTable.at, since)} then 1 end`),
    })
    .from(liveMessageTable)
    .where(eq(liveMessageTable.participantId, participantId));
  return row ?? { all: 0, recent: 0 };
}

/** The last messages of a session, newest first; with `before`, the last before that one. */
export function listLiveMessages(
  db: Database,
  sessionId: string,
  { before, limit }: { before?: number | undefined; limit?: number } = {},
): Promise<LiveMessageRecord[]> {
  const chosen = db
    .select()
    .from(liveMessageTable)
    .where(
      and(
        eq(liveMessageTable.sessionId, sessionId),
        before === undefined ? undefined : lt(liveMessageTable.seq, before),
      ),
    )
    .orderBy(desc(liveMessageTable.seq));
  return limit === undefined ? chosen : chosen.limit(limit);
}
