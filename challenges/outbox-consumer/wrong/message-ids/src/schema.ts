import { pool } from './database.ts';

/** Runs at each start. */
export async function createSchema(): Promise<void> {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS processed_messages (message_id text PRIMARY KEY)`);
}
