import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { liveParticipantTable } from './liveParticipantTable.ts';

export type LiveParticipantRecord = typeof liveParticipantTable.$inferSelect;

export async function insertLiveParticipant(
  tx: Database,
  participant: Pick<
    LiveParticipantRecord,
    'sessionId' | 'role' | 'name' | 'colour' | 'memberId' | 'tokenHash' | 'createdAt' | 'admittedAt'
  >,
): Promise<LiveParticipantRecord> {
  const id = crypto.randomUUID();
  const [row] = await tx
    .insert(liveParticipantTable)
    .values({ id, ...participant })
    .returning();
  if (row === undefined) throw new Error('The participant was not stored.');
  return row;
}

/** All of a session, also those who were taken out, in the order in which they were added. */
export function listLiveParticipants(
  db: Database,
  sessionId: string,
): Promise<LiveParticipantRecord[]> {
  return db
    .select()
    .from(liveParticipantTable)
    .where(eq(liveParticipantTable.sessionId, sessionId))
    .orderBy(asc(liveParticipantTable.createdAt), asc(liveParticipantTable.id));
}

export async function findLiveParticipant(
  db: Database,
  sessionId: string,
  id: string,
): Promise<LiveParticipantRecord | undefined> {
  const [row] = await db
    .select()
    .from(liveParticipantTable)
    .where(and(eq(liveParticipantTable.id, id), eq(liveParticipantTable.sessionId, sessionId)));
  return row;
}

/** The participant that a member of staff is in a session, also after they were taken out. */
export async function findLiveMember(
  db: Database,
  sessionId: string,
  memberId: string,
): Promise<LiveParticipantRecord | undefined> {
  const [row] = await db
    .select()
    .from(liveParticipantTable)
    .where(
      and(
        eq(liveParticipantTable.sessionId, sessionId),
        eq(liveParticipantTable.memberId, memberId),
      ),
    );
  return row;
}

/** Whose link it is. */
export async function findLiveParticipantByTokenHash(
  db: Database,
  tokenHash: string,
): Promise<LiveParticipantRecord | undefined> {
  const [row] = await db
    .select()
    .from(liveParticipantTable)
    .where(eq(liveParticipantTable.tokenHash, tokenHash));
  return row;
}

export async function updateLiveParticipant(
  tx: Database,
  id: string,
  changes: Partial<
    Pick<
      LiveParticipantRecord,
      'role' | 'tokenHash' | 'admittedAt' | 'refusedAt' | 'removedAt' | 'frozen'
    >
  >,
): Promise<void> {
  await tx.update(liveParticipantTable).set(changes).where(eq(liveParticipantTable.id, id));
}
