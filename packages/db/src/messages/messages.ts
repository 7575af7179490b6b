import { asc, count, desc, eq, inArray, max, sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { userTable } from '#people/userTable.ts';
import { messageTable } from './messageTable.ts';

/** A message with the name of the member who wrote it; the candidate's own have none. */
export type MessageRecord = Omit<typeof messageTable.$inferSelect, 'memberId'> & {
  memberName: string | null;
};

export async function insertMessage(
  tx: Database,
  message: { attemptId: string; memberId: string | null; text: string; createdAt: Date },
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(messageTable).values({ id, ...message });
  return id;
}

/** What was asked and answered in these attempts, oldest first. */
export async function listMessages(db: Database, attemptIds: string[]): Promise<MessageRecord[]> {
  if (attemptIds.length === 0) return [];
  return db
    .select({
      id: messageTable.id,
      attemptId: messageTable.attemptId,
      memberName: userTable.name,
      text: messageTable.text,
      createdAt: messageTable.createdAt,
    })
    .from(messageTable)
    .leftJoin(userTable, eq(userTable.id, messageTable.memberId))
    .where(inArray(messageTable.attemptId, attemptIds))
    .orderBy(asc(messageTable.createdAt), asc(messageTable.id));
}

/** Candidates who asked something: those who wait for an answer first, then by the newest word; `page` counts from 1. */
export async function listConversations(db: Database, page: number, pageSize: number) {
  const lastAsked = max(
    sql`case when ${messageTable.memberId} is null then ${messageTable.createdAt} end`,
  );
  const lastAnswered = max(
    sql`case when ${messageTable.memberId} is not null then ${messageTable.createdAt} end`,
  );
  const waits = sql<boolean>`coalesce(${lastAsked} > ${lastAnswered}, true)`;
  const [found] = await db
    .select({ total: sql<number>`count(distinct ${messageTable.attemptId})`.mapWith(Number) })
    .from(messageTable);
  const rows = await db
    .select({
      attemptId: messageTable.attemptId,
      state: attemptTable.state,
      candidateName: candidateTable.name,
      assessmentTitle: assessmentTable.title,
      waits,
    })
    .from(messageTable)
    .innerJoin(attemptTable, eq(attemptTable.id, messageTable.attemptId))
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .groupBy(messageTable.attemptId, attemptTable.id, candidateTable.id, assessmentTable.id)
    .orderBy(desc(waits), desc(max(messageTable.createdAt)), asc(messageTable.attemptId))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows, total: found?.total ?? 0 };
}

/** How many candidates wait for an answer. */
export async function countUnanswered(db: Database): Promise<number> {
  const newest = db
    .selectDistinctOn([messageTable.attemptId], {
      attemptId: messageTable.attemptId,
      memberId: messageTable.memberId,
    })
    .from(messageTable)
    .orderBy(messageTable.attemptId, desc(messageTable.createdAt), desc(messageTable.id))
    .as('newest');
  const [row] = await db
    .select({ waiting: count() })
    .from(newest)
    .where(sql`${newest.memberId} is null`);
  return row?.waiting ?? 0;
}
