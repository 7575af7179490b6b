import { pool } from './database.ts';

/** Runs at each start. Every event waits in the inbox until its turn comes, most of them for no time at all. */
export async function createSchema(): Promise<void> {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS inbox (
      member_id text NOT NULL REFERENCES members,
      sequence int NOT NULL,
      points int NOT NULL,
      message_id text NOT NULL,
      text text NOT NULL,
      PRIMARY KEY (member_id, sequence)
    )`);
}
