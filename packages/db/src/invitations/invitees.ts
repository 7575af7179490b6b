import { and, eq, gt, inArray, isNull, max, ne, or, sql } from 'drizzle-orm';
import { attemptTable } from '#attempts/attemptTable.ts';
import type { Database } from '#connection/database.ts';
import { candidateTable } from '#people/candidateTable.ts';
import { ofAnyVersion } from '#pipeline/ofAnyVersion.ts';
import { invitationTable } from './invitationTable.ts';

/**
 * Those of some addresses, in lower case, that have an invitation to an assessment that works or was followed, each
 * with when it was made. Withdrawn and erased attempts, and links that were revoked or ran out, do not count.
 */
export async function listInvitees(
  db: Database,
  { assessmentId, emails, now }: { assessmentId: string; emails: string[]; now: Date },
): Promise<Map<string, Date>> {
  if (emails.length === 0) return new Map();
  const rows = await db
    .select({ email: candidateTable.email, at: max(attemptTable.createdAt) })
    .from(candidateTable)
    .innerJoin(attemptTable, eq(attemptTable.candidateId, candidateTable.id))
    .innerJoin(invitationTable, eq(invitationTable.attemptId, attemptTable.id))
    .where(
      and(
        inArray(candidateTable.email, emails),
        ofAnyVersion(db, assessmentId),
        ne(attemptTable.state, 'withdrawn'),
        isNull(attemptTable.erasedAt),
        isNull(invitationTable.revokedAt),
        or(ne(attemptTable.state, 'invited'), gt(invitationTable.expiresAt, now)),
      ),
    )
    .groupBy(candidateTable.email);
  return new Map(rows.flatMap(({ email, at }) => (at === null ? [] : [[email, at]])));
}

/** Keeps others from inviting the same address until the transaction ends. */
export async function lockAddress(tx: Database, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 82))`);
}
