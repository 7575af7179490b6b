import type { Pool } from 'pg';
import { isAbandoned } from './claims.ts';

/** Whether any schedule or job is due. All that an idle worker asks: one statement that writes nothing, over three indexes. */
export async function isWorkDue(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM schedules WHERE next_at <= now())
       OR EXISTS (SELECT FROM jobs WHERE status = 'waiting' AND run_at <= now())
       OR EXISTS (SELECT FROM jobs WHERE ${isAbandoned}) AS due`,
  );
  return rows[0]?.due === true;
}
