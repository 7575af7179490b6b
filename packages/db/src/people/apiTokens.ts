import type { Member, TokenScope } from '@assay/contracts/http';
import { and, count, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Database } from '#connection/database.ts';
import { apiTokenTable } from './apiTokenTable.ts';
import { userTable } from './userTable.ts';

/** How exactly the last use is known, ms. Spares a write for each request. */
const lastUseMs = 60_000;

const token = {
  id: apiTokenTable.id,
  memberId: apiTokenTable.memberId,
  memberName: userTable.name,
  name: apiTokenTable.name,
  start: apiTokenTable.start,
  scopes: apiTokenTable.scopes,
  createdAt: apiTokenTable.createdAt,
  expiresAt: apiTokenTable.expiresAt,
  lastUsedAt: apiTokenTable.lastUsedAt,
  revokedAt: apiTokenTable.revokedAt,
};

export type ApiTokenRecord = Awaited<ReturnType<typeof listApiTokens>>[number];

export async function insertApiToken(
  tx: Database,
  row: typeof apiTokenTable.$inferInsert,
): Promise<void> {
  await tx.insert(apiTokenTable).values(row);
}

/** Newest first; those that ended before `since` are left out. */
export function listApiTokens(db: Database, filter: { memberId?: string; since: Date }) {
  return db
    .select(token)
    .from(apiTokenTable)
    .innerJoin(userTable, eq(userTable.id, apiTokenTable.memberId))
    .where(
      and(
        filter.memberId === undefined ? undefined : eq(apiTokenTable.memberId, filter.memberId),
        gt(apiTokenTable.expiresAt, filter.since),
        or(isNull(apiTokenTable.revokedAt), gt(apiTokenTable.revokedAt, filter.since)),
      ),
    )
    .orderBy(desc(apiTokenTable.createdAt), desc(apiTokenTable.id));
}

export async function findApiToken(db: Database, id: string): Promise<ApiTokenRecord | undefined> {
  const [row] = await db
    .select(token)
    .from(apiTokenTable)
    .innerJoin(userTable, eq(userTable.id, apiTokenTable.memberId))
    .where(eq(apiTokenTable.id, id));
  return row;
}

/** How many tokens of a member work at that moment. */
export async function countApiTokens(db: Database, memberId: string, at: Date): Promise<number> {
  const [row] = await db
    .select({ tokens: count() })
    .from(apiTokenTable)
    .where(
      and(
        eq(apiTokenTable.memberId, memberId),
        isNull(apiTokenTable.revokedAt),
        gt(apiTokenTable.expiresAt, at),
      ),
    );
  return row?.tokens ?? 0;
}

export type TokenHolder = {
  tokenId: string;
  lastUsedAt: Date | null;
  scopes: TokenScope[];
  member: Member;
};

/** Who acts by a token, with the role that they have now; `undefined` where it does not work, or they are gone. */
export async function findTokenHolder(
  db: Database,
  tokenHash: string,
  at: Date,
): Promise<TokenHolder | undefined> {
  const [row] = await db
    .select({
      tokenId: apiTokenTable.id,
      lastUsedAt: apiTokenTable.lastUsedAt,
      scopes: apiTokenTable.scopes,
      member: {
        id: userTable.id,
        name: userTable.name,
        email: userTable.email,
        role: userTable.role,
      },
    })
    .from(apiTokenTable)
    .innerJoin(userTable, eq(userTable.id, apiTokenTable.memberId))
    .where(
      and(
        eq(apiTokenTable.tokenHash, tokenHash),
        isNull(apiTokenTable.revokedAt),
        gt(apiTokenTable.expiresAt, at),
        isNull(userTable.removedAt),
      ),
    );
  return row;
}

/** Writes down that a token was used, once a minute at most. */
export async function touchApiToken(
  db: Database,
  { tokenId, lastUsedAt }: Pick<TokenHolder, 'tokenId' | 'lastUsedAt'>,
  at: Date,
): Promise<void> {
  if (lastUsedAt !== null && at.getTime() - lastUsedAt.getTime() < lastUseMs) return;
  await db.update(apiTokenTable).set({ lastUsedAt: at }).where(eq(apiTokenTable.id, tokenId));
}

/** Ends a token; says whether it had not ended before. */
export async function revokeApiToken(tx: Database, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(apiTokenTable)
    .set({ revokedAt: at })
    .where(and(eq(apiTokenTable.id, id), isNull(apiTokenTable.revokedAt)))
    .returning({ id: apiTokenTable.id });
  return rows.length > 0;
}
