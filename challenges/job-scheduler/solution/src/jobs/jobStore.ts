import type { Pool } from 'pg';
import { type Job, jobColumns, type NewJob } from './job.ts';

/** Adds a job, or finds the one that has its key. */
export async function addJob(
  pool: Pool,
  { kind, payload, runAt, key }: NewJob,
): Promise<{ job: Job; added: boolean }> {
  const inserted = await pool.query<Job>(
    `INSERT INTO jobs (kind, payload, run_at, key) VALUES ($1, $2, coalesce($3, now()), $4)
     ON CONFLICT (key) DO NOTHING
     RETURNING ${jobColumns}`,
    [kind, payload, runAt, key],
  );
  const [job] = inserted.rows;
  if (job) return { job, added: true };
  const known = await pool.query<Job>(`SELECT ${jobColumns} FROM jobs WHERE key = $1`, [key]);
  return { job: known.rows[0] as Job, added: false };
}

export async function findJob(pool: Pool, id: number): Promise<Job | undefined> {
  const { rows } = await pool.query<Job>(`SELECT ${jobColumns} FROM jobs WHERE id = $1`, [id]);
  return rows[0];
}

/** Cancels the job if it waits; otherwise nothing happens. */
export async function cancelJob(pool: Pool, id: number): Promise<void> {
  await pool.query(`UPDATE jobs SET status = 'cancelled' WHERE id = $1 AND status = 'waiting'`, [
    id,
  ]);
}
