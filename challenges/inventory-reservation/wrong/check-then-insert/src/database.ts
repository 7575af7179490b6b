import pg, { type Pool } from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

/** Each statement is a transaction of its own anyway. */
export async function inTransaction<Result>(
  from: Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await from.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
