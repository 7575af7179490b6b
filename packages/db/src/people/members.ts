import type { Member, StaffRole } from '@assay/contracts/http';
import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { userTable } from './userTable.ts';

const member = {
  id: userTable.id,
  name: userTable.name,
  email: userTable.email,
  role: userTable.role,
};

export function listMembers(db: Database): Promise<Member[]> {
  return db.select(member).from(userTable).orderBy(asc(userTable.name), asc(userTable.id));
}

export async function countMembers(db: Database): Promise<number> {
  const [row] = await db.select({ members: count() }).from(userTable);
  return row?.members ?? 0;
}

export async function findMember(db: Database, id: string): Promise<Member | undefined> {
  const [row] = await db.select(member).from(userTable).where(eq(userTable.id, id));
  return row;
}

export async function findMemberByEmail(db: Database, email: string): Promise<Member | undefined> {
  const [row] = await db
    .select(member)
    .from(userTable)
    .where(eq(userTable.email, email.toLowerCase()));
  return row;
}

/** Adds a member; `undefined` when the address is somebody's already. The address counts as verified: an admin vouches. */
export async function insertMember(
  db: Database,
  input: { name: string; email: string; role: StaffRole; at: Date },
): Promise<Member | undefined> {
  const [row] = await db
    .insert(userTable)
    .values({
      id: crypto.randomUUID(),
      name: input.name,
      email: input.email.toLowerCase(),
      emailVerified: true,
      role: input.role,
      createdAt: input.at,
      updatedAt: input.at,
    })
    .onConflictDoNothing()
    .returning(member);
  return row;
}
