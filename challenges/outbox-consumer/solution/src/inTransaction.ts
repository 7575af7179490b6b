import type { PoolClient } from 'pg';
import { pool } from './database.ts';

/** Runs `work` in a transaction: all that it does is stored, or nothing, and then this rejects. */
export async function inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    // Closing the connection ends its transaction, whatever state the failure has left it in.
    client.release(true);
    throw error;
  }
}
