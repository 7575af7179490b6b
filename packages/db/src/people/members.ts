import type { Member, StaffRole } from '@assay/contracts/http';
import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { apiTokenTable } from './apiTokenTable.ts';
import { accountTable, sessionTable } from './signInTable.ts';
import { userTable } from './userTable.ts';

const member = {
  id: userTable.id,
  name: userTable.name,
  email: userTable.email,
  role: userTable.role,
};

const isThere = isNull(userTable.removedAt);

/** Members who have access. */
export function listMembers(db: Database): Promise<Member[]> {
  return db
    .select(member)
    .from(userTable)
    .where(isThere)
    .orderBy(asc(userTable.name), asc(userTable.id));
}

/** Names by id, also of those who were removed: what they did stays theirs. */
export async function nameMembers(db: Database): Promise<Map<string, string>> {
  const rows = await db.select({ id: userTable.id, name: userTable.name }).from(userTable);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** All that there ever were. */
export async function countMembers(db: Database): Promise<number> {
  const [row] = await db.select({ members: count() }).from(userTable);
  return row?.members ?? 0;
}

/** The admins, who stay admins until the transaction ends. */
export async function lockAdmins(tx: Database): Promise<Set<string>> {
  const rows = await tx
    .select({ id: userTable.id })
    .from(userTable)
    .where(and(eq(userTable.role, 'admin'), isThere))
    .orderBy(asc(userTable.id))
    .for('update');
  return new Set(rows.map(({ id }) => id));
}

/** A member who has access. */
export async function findMember(db: Database, id: string): Promise<Member | undefined> {
  const [row] = await db
    .select(member)
    .from(userTable)
    .where(and(eq(userTable.id, id), isThere));
  return row;
}

export async function findMemberByEmail(db: Database, email: string): Promise<Member | undefined> {
  const [row] = await db
    .select(member)
    .from(userTable)
    .where(and(eq(userTable.email, email.toLowerCase()), isThere));
  return row;
}

/**
 * Adds a member, or gives access back to one who was removed, who then has to prove anew who they are; `undefined`
 * when the address is that of somebody with access. It counts as verified: an admin vouches.
 */
export async function insertMember(
  tx: Database,
  input: { name: string; email: string; role: StaffRole; at: Date },
): Promise<Member | undefined> {
  const { at, name, role } = input;
  const [row] = await tx
    .insert(userTable)
    .values({
      id: crypto.randomUUID(),
      name,
      email: input.email.toLowerCase(),
      emailVerified: true,
      role,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({
      target: userTable.email,
      set: { name, role, removedAt: null, updatedAt: at },
      setWhere: isNotNull(userTable.removedAt),
    })
    .returning(member);
  if (row !== undefined) await tx.delete(accountTable).where(eq(accountTable.userId, row.id));
  return row;
}

/**
 * Takes away all access of a member: sessions, password, tokens. What links them to an account elsewhere stays, so
 * that it is them who are refused. Says whether they had access.
 */
export async function removeMember(tx: Database, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(userTable)
    .set({ removedAt: at, updatedAt: at })
    .where(and(eq(userTable.id, id), isThere))
    .returning({ id: userTable.id });
  if (rows.length === 0) return false;
  await tx.delete(sessionTable).where(eq(sessionTable.userId, id));
  await tx
    .delete(accountTable)
    .where(and(eq(accountTable.userId, id), eq(accountTable.providerId, 'credential')));
  await tx
    .update(apiTokenTable)
    .set({ revokedAt: at })
    .where(and(eq(apiTokenTable.memberId, id), isNull(apiTokenTable.revokedAt)));
  return true;
}
