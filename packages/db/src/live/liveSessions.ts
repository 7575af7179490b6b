import type { LiveState } from '@assay/contracts/live';
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { liveParticipantTable } from './liveParticipantTable.ts';
import { liveSessionTable } from './liveSessionTable.ts';

export type LiveSessionRecord = typeof liveSessionTable.$inferSelect;

export async function insertLiveSession(
  tx: Database,
  session: Pick<
    LiveSessionRecord,
    | 'title'
    | 'minutes'
    | 'challengeHash'
    | 'assessmentId'
    | 'attemptId'
    | 'submissionId'
    | 'plan'
    | 'prepared'
    | 'createdBy'
    | 'createdAt'
  >,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(liveSessionTable).values({ id, ...session });
  return id;
}

export async function findLiveSession(
  db: Database,
  id: string,
): Promise<LiveSessionRecord | undefined> {
  const [row] = await db.select().from(liveSessionTable).where(eq(liveSessionTable.id, id));
  return row;
}

/** The session, kept from other changes until the transaction ends: `share` for writing in it, `update` for changing it. */
export async function lockLiveSession(
  tx: Database,
  id: string,
  strength: 'share' | 'update',
): Promise<LiveSessionRecord | undefined> {
  const [row] = await tx
    .select()
    .from(liveSessionTable)
    .where(eq(liveSessionTable.id, id))
    .for(strength);
  return row;
}

export async function updateLiveSession(
  tx: Database,
  id: string,
  changes: Partial<Omit<LiveSessionRecord, 'id' | 'createdAt' | 'createdBy'>>,
): Promise<void> {
  await tx.update(liveSessionTable).set(changes).where(eq(liveSessionTable.id, id));
}

/** Removes a session with its people, events and documents. */
export async function deleteLiveSession(tx: Database, id: string): Promise<void> {
  await tx.delete(liveSessionTable).where(eq(liveSessionTable.id, id));
}

/** Newest first, with those who are in each; `page` counts from 1. */
export async function listLiveSessions(
  db: Database,
  filter: {
    state?: LiveState | undefined;
    /** Only those that this member leads. */ interviewer?: string;
  },
  page: number,
  pageSize: number,
) {
  const chosen = and(
    filter.state && eq(liveSessionTable.state, filter.state),
    filter.interviewer === undefined
      ? undefined
      : inArray(
          liveSessionTable.id,
          db
            .select({ id: liveParticipantTable.sessionId })
            .from(liveParticipantTable)
            .where(
              and(
                eq(liveParticipantTable.memberId, filter.interviewer),
                eq(liveParticipantTable.role, 'interviewer'),
                isNull(liveParticipantTable.removedAt),
              ),
            ),
        ),
  );
  const [found] = await db.select({ total: count() }).from(liveSessionTable).where(chosen);
  const sessions = await db
    .select()
    .from(liveSessionTable)
    .where(chosen)
    .orderBy(desc(liveSessionTable.createdAt), desc(liveSessionTable.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const people = await db
    .select({
      sessionId: liveParticipantTable.sessionId,
      role: liveParticipantTable.role,
      name: liveParticipantTable.name,
    })
    .from(liveParticipantTable)
    .where(
      and(
        inArray(
          liveParticipantTable.sessionId,
          sessions.map(({ id }) => id),
        ),
        isNull(liveParticipantTable.removedAt),
      ),
    )
    .orderBy(liveParticipantTable.createdAt, liveParticipantTable.id);
  return { sessions, people, total: found?.total ?? 0 };
}

/** Sessions of one attempt, oldest first. */
export function listLiveSessionsOf(db: Database, attemptId: string): Promise<LiveSessionRecord[]> {
  return db
    .select()
    .from(liveSessionTable)
    .where(eq(liveSessionTable.attemptId, attemptId))
    .orderBy(liveSessionTable.createdAt);
}
