import pg, { type Pool } from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export async function inTransaction<Result>(
  from: Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  await from.query('BEGIN');
  try {
    const result = await work(from as unknown as pg.PoolClient);
    await from.query('COMMIT');
    return result;
  } catch (error) {
    await from.query('ROLLBACK');
    throw error;
  }
}
