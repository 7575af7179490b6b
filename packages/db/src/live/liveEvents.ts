import { asc, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { type LiveEventKind, liveEventTable } from './liveEventTable.ts';

export type { LiveEventKind };

export type LiveEventRecord = typeof liveEventTable.$inferSelect;

export async function insertLiveEvent(
  tx: Database,
  event: {
    sessionId: string;
    at: Date;
    kind: LiveEventKind;
    participantId?: string;
    detail?: Record<string, unknown>;
  },
): Promise<void> {
  await tx.insert(liveEventTable).values({ detail: {}, ...event });
}

/** What happened in a session, oldest first. */
export function listLiveEvents(db: Database, sessionId: string): Promise<LiveEventRecord[]> {
  return db
    .select()
    .from(liveEventTable)
    .where(eq(liveEventTable.sessionId, sessionId))
    .orderBy(asc(liveEventTable.id));
}
