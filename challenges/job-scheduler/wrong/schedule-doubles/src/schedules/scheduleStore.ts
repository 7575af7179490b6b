import type { Pool } from 'pg';
import { z } from 'zod';
import { Work } from '../jobs/job.ts';

export const NewSchedule = Work.extend({ everyMinutes: z.int().min(1).max(1440) });
export type NewSchedule = z.infer<typeof NewSchedule>;
export type Schedule = NewSchedule & { name: string; nextAt: Date };

const columns = 'name, kind, payload, every_minutes AS "everyMinutes", next_at AS "nextAt"';

/** The first whole multiple of so many minutes since 1970 that lies after now. */
function nextSql(everyMinutes: string): string {
  const seconds = `(${everyMinutes} * 60)`;
  return `to_timestamp((floor(extract(epoch FROM now()) / ${seconds}) + 1) * ${seconds})`;
}

export async function putSchedule(
  pool: Pool,
  name: string,
  { kind, payload, everyMinutes }: NewSchedule,
): Promise<Schedule> {
  // Occurrences that are due belong to the old definition, and must not vanish with it.
  await createDueJobs(pool);
  const { rows } = await pool.query<Schedule>(
    `INSERT INTO schedules (name, kind, payload, every_minutes, next_at)
     VALUES ($1, $2, $3, $4, ${nextSql('$4::integer')})
     ON CONFLICT (name) DO UPDATE SET
       kind = excluded.kind, payload = excluded.payload,
       every_minutes = excluded.every_minutes, next_at = excluded.next_at
     RETURNING ${columns}`,
    [name, kind, payload, everyMinutes],
  );
  return rows[0] as Schedule;
}

export async function findSchedule(pool: Pool, name: string): Promise<Schedule | undefined> {
  const { rows } = await pool.query<Schedule>(`SELECT ${columns} FROM schedules WHERE name = $1`, [
    name,
  ]);
  return rows[0];
}

/** Whether there was one. */
export async function deleteSchedule(pool: Pool, name: string): Promise<boolean> {
  await createDueJobs(pool);
  const { rowCount } = await pool.query('DELETE FROM schedules WHERE name = $1', [name]);
  return rowCount === 1;
}

/**
 * Makes a job of each occurrence that is due, and moves its schedule on, in one statement: whoever crashes or
 * tries at the same time, an occurrence is made into one job.
 */
export async function createDueJobs(pool: Pool): Promise<void> {
  const { rows } = await pool.query('SELECT * FROM schedules WHERE next_at <= now()');
  for (const due of rows) {
    await pool.query('INSERT INTO jobs (kind, payload, run_at) VALUES ($1, $2, $3)', [
      due.kind,
      due.payload,
      due.next_at,
    ]);
    await pool.query(`UPDATE schedules SET next_at = ${nextSql('every_minutes')} WHERE name = $1`, [
      due.name,
    ]);
  }
}
