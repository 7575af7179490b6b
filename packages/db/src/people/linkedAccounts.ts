import type { StaffRole } from '@assay/contracts/http';
import { and, eq, exists, sql } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { accountTable } from './signInTable.ts';
import { userTable } from './userTable.ts';

/** A member, or somebody who was one. */
export type Person = {
  id: string;
  role: StaffRole;
  removedAt: Date | null;
  /** Whether an account of the provider is theirs. */
  isLinked: boolean;
};

/** Whose an account of a provider is. */
export async function findPersonByAccount(
  tx: Database,
  account: { providerId: string; accountId: string },
): Promise<Person | undefined> {
  const [row] = await tx
    .select({ id: userTable.id, role: userTable.role, removedAt: userTable.removedAt })
    .from(accountTable)
    .innerJoin(userTable, eq(userTable.id, accountTable.userId))
    .where(
      and(
        eq(accountTable.providerId, account.providerId),
        eq(accountTable.accountId, account.accountId),
      ),
    );
  return row && { ...row, isLinked: true };
}

/** Whose an address is, and whether an account of that provider is theirs already. */
export async function findPersonByEmail(
  tx: Database,
  email: string,
  providerId: string,
): Promise<Person | undefined> {
  const [row] = await tx
    .select({
      id: userTable.id,
      role: userTable.role,
      removedAt: userTable.removedAt,
      isLinked: sql<boolean>`${exists(
        tx
          .select({ id: accountTable.id })
          .from(accountTable)
          .where(
            and(eq(accountTable.userId, userTable.id), eq(accountTable.providerId, providerId)),
          ),
      )}`,
    })
    .from(userTable)
    .where(eq(userTable.email, email));
  return row;
}

export async function linkAccount(
  tx: Database,
  input: { memberId: string; providerId: string; accountId: string; at: Date },
): Promise<void> {
  const { memberId, providerId, accountId, at } = input;
  await tx.insert(accountTable).values({
    id: crypto.randomUUID(),
    userId: memberId,
    providerId,
    accountId,
    createdAt: at,
    updatedAt: at,
  });
}

export async function changeRole(
  tx: Database,
  { memberId, role, at }: { memberId: string; role: StaffRole; at: Date },
): Promise<void> {
  await tx.update(userTable).set({ role, updatedAt: at }).where(eq(userTable.id, memberId));
}
