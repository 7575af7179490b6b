import pg, { type Pool, type PoolClient } from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

/** Runs `work` on one connection, in one transaction: all of it happens, or nothing. */
export async function inTransaction<Result>(
  from: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await from.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
