import type { Pool } from 'pg';
import type { Job } from './job.ts';

/**
 * A job that a worker runs. The claim is good until its lease ends, and is prolonged while the worker lives; when
 * the lease has ended, the worker is dead and the job may be claimed again. Each claim is a new attempt, so the
 * number of the attempt says whose claim it is: whoever lost it can change nothing any more.
 */
export type Claim = Pick<Job, 'id' | 'kind' | 'payload' | 'attempts'>;

const maxAttempts = 5;
/** How long a dead worker keeps a job. Short enough for the promise of 60 s, long enough to miss a prolongation or two. */
const leaseSql = `now() + interval '40 seconds'`;
export const prolongEveryMs = 10_000;

export const isAbandoned = `status = 'running' AND lease_until <= now()`;
const isMine = `id = $1 AND attempts = $2 AND status = 'running'`;

/** Takes the job that has been due longest, if there is one. One statement, so that two workers never take the same. */
export async function claimJob(pool: Pool): Promise<Claim | undefined> {
  const { rows } = await pool.query<Claim>(
    `UPDATE jobs
     SET status = 'running', attempts = attempts + 1, lease_until = ${leaseSql}
     WHERE id = (
       SELECT id FROM jobs
       WHERE status = 'waiting' AND run_at <= now()
       ORDER BY run_at, id
       LIMIT 1
       FOR UPDATE SKIP LOCKED
     )
     RETURNING id, kind, payload, attempts`,
  );
  return rows[0];
}

export async function prolongClaim(pool: Pool, { id, attempts }: Claim): Promise<void> {
  await pool.query(`UPDATE jobs SET lease_until = ${leaseSql} WHERE ${isMine}`, [id, attempts]);
}

export async function finishJob(pool: Pool, { id, attempts }: Claim): Promise<void> {
  await pool.query(`UPDATE jobs SET status = 'done' WHERE ${isMine}`, [id, attempts]);
}

/** Has the job run again after a pause that doubles each time, or gives it up. */
export async function failJob(pool: Pool, { id, attempts }: Claim, error: string): Promise<void> {
  await pool.query(
    `UPDATE jobs SET
       status = CASE WHEN attempts < ${maxAttempts} THEN 'waiting' ELSE 'failed' END,
       run_at = CASE WHEN attempts < ${maxAttempts}
         THEN now() + interval '10 seconds' * 2 ^ (attempts - 1) ELSE run_at END,
       last_error = $3
     WHERE ${isMine}`,
    [id, attempts, error],
  );
}

/** A job whose worker dies each time must not be run for ever. */
export async function giveUpAbandoned(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE jobs SET status = 'failed', last_error = 'The process died while it ran.'
     WHERE ${isAbandoned} AND attempts >= ${maxAttempts}`,
  );
}
