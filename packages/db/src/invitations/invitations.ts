import type { CandidateSource } from '@assay/contracts/http';
import { and, eq } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { invitationTable } from './invitationTable.ts';

export async function insertInvitation(
  tx: Database,
  input: {
    id: string;
    attemptId: string;
    tokenHash: string;
    source?: CandidateSource;
    externalId?: string;
    remindDays: number | null;
    expiresAt: Date;
    at: Date;
  },
): Promise<void> {
  const { at, ...invitation } = input;
  await tx.insert(invitationTable).values({ ...invitation, createdAt: at });
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

export async function revokeInvitation(tx: Database, id: string, at: Date): Promise<void> {
  await tx.update(invitationTable).set({ revokedAt: at }).where(eq(invitationTable.id, id));
}

/** Makes the next link the one that works; says whether it was the next one. */
export async function replaceLink(
  tx: Database,
  {
    id,
    ...link
  }: { id: string; link: number; tokenHash: string; expiresAt?: Date; remindDays?: number | null },
): Promise<boolean> {
  const rows = await tx
    .update(invitationTable)
    .set(link)
    .where(and(eq(invitationTable.id, id), eq(invitationTable.link, link.link - 1)))
    .returning({ id: invitationTable.id });
  return rows.length > 0;
}
