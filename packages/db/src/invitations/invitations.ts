import { count, desc, eq } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { invitationTable } from './invitationTable.ts';

export async function insertInvitation(
  tx: Database,
  input: { attemptId: string; tokenHash: string; expiresAt: Date; at: Date },
): Promise<string> {
  const { at, ...invitation } = input;
  const id = crypto.randomUUID();
  await tx.insert(invitationTable).values({ ...invitation, id, createdAt: at });
  return id;
}

function invitations(db: Database) {
  return db
    .select({
      invitation: invitationTable,
      attempt: attemptTable,
      candidateName: candidateTable.name,
      candidateEmail: candidateTable.email,
      assessmentTitle: assessmentTable.title,
    })
    .from(invitationTable)
    .innerJoin(attemptTable, eq(attemptTable.id, invitationTable.attemptId))
    .innerJoin(candidateTable, eq(candidateTable.id, attemptTable.candidateId))
    .innerJoin(assessmentTable, eq(assessmentTable.id, attemptTable.assessmentId))
    .$dynamic();
}

export type InvitationRecord = Awaited<ReturnType<typeof invitations>>[number];

export async function findInvitation(
  db: Database,
  id: string,
): Promise<InvitationRecord | undefined> {
  const [row] = await invitations(db).where(eq(invitationTable.id, id));
  return row;
}

export async function findInvitationByTokenHash(
  db: Database,
  tokenHash: string,
): Promise<InvitationRecord | undefined> {
  const [row] = await invitations(db).where(eq(invitationTable.tokenHash, tokenHash));
  return row;
}

/** The invitation that an attempt came from. */
export async function findInvitationOf(
  db: Database,
  attemptId: string,
): Promise<typeof invitationTable.$inferSelect | undefined> {
  const [row] = await db
    .select()
    .from(invitationTable)
    .where(eq(invitationTable.attemptId, attemptId));
  return row;
}

/** Newest first; `page` counts from 1. */
export async function listInvitations(
  db: Database,
  page: number,
  pageSize: number,
): Promise<{ rows: InvitationRecord[]; total: number }> {
  const [found] = await db.select({ total: count() }).from(invitationTable);
  const rows = await invitations(db)
    .orderBy(desc(invitationTable.createdAt), desc(invitationTable.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows, total: found?.total ?? 0 };
}

export async function revokeInvitation(tx: Database, id: string, at: Date): Promise<void> {
  await tx.update(invitationTable).set({ revokedAt: at }).where(eq(invitationTable.id, id));
}
