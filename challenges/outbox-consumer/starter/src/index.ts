import { pool } from './database.ts';
import type { Message } from './message.ts';
import { createSchema } from './schema.ts';

export type { Message } from './message.ts';

await createSchema();

/** Takes in one message. Rejects when it has to be delivered again. */
export async function handle({ text }: Message): Promise<void> {
  const { memberId, sequence, type, points } = JSON.parse(text);
  const change = type === 'earned' ? points : -points;
  await pool.query(
    'UPDATE members SET balance = balance + $2, applied_through = $3 WHERE id = $1',
    [memberId, change, sequence],
  );
  await pool.query('INSERT INTO ledger VALUES ($1, $2, $3)', [memberId, sequence, change]);
}
