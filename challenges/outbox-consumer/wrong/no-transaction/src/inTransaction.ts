import type { PoolClient } from 'pg';
import { pool } from './database.ts';

/** Runs `work` with one connection. */
export async function inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await work(client);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
