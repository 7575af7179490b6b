import pg, { type Pool } from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export async function inTransaction<Result>(
  from: Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await from.connect();
  await client.query('BEGIN');
  try {
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
