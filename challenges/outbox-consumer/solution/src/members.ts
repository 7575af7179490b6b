import type { PoolClient } from 'pg';

export type Member = { id: string; balance: number; appliedThrough: number };

/** A member, whom nobody else changes until the transaction ends. */
export async function lockMember(client: PoolClient, id: string): Promise<Member | undefined> {
  const { rows } = await client.query<Member>(
    `SELECT id, balance, applied_through AS "appliedThrough" FROM members WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export async function storeMember(
  client: PoolClient,
  { id, balance, appliedThrough }: Member,
): Promise<void> {
  await client.query('UPDATE members SET balance = $2, applied_through = $3 WHERE id = $1', [
    id,
    balance,
    appliedThrough,
  ]);
}
