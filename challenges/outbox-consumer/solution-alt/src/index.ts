import pg from 'pg';
import type { Message } from './message.ts';

export type { Message } from './message.ts';

/**
 * Another style: every event stays in one table for ever, and what is waiting is what lies above the member's
 * mark. Events are applied one by one.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

await pool.query(`
  CREATE TABLE IF NOT EXISTS events (
    member text, seq int, change int, message text, body text, UNIQUE (member, seq)
  )`);

type Event = { memberId: string; sequence: number; type: string; points: number };

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1_000_000;

function read(text: string): Event | null {
  let event: Partial<Event> | null;
  try {
    event = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof event !== 'object' || event === null) return null;
  const { memberId, sequence, type, points } = event;
  if (typeof memberId !== 'string' || memberId.length < 1 || memberId.length > 50) return null;
  if (!isCount(sequence) || !isCount(points)) return null;
  if (type !== 'earned' && type !== 'spent') return null;
  return { memberId, sequence, type, points };
}

/** Takes in one message. Rejects when it has to be delivered again. */
export async function handle({ id, text }: Message): Promise<void> {
  const dead = (db: Pick<pg.PoolClient, 'query'>, message: string, body: string, reason: string) =>
    db.query('INSERT INTO dead_letters VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      message,
      body,
      reason,
    ]);

  const event = read(text);
  if (!event) return void (await dead(pool, id, text, 'malformed'));
  const { memberId, sequence, type, points } = event;

  const db = await pool.connect();
  let broken = true;
  try {
    await db.query('BEGIN');
    const found = await db.query(
      'SELECT balance, applied_through FROM members WHERE id = $1 FOR UPDATE',
      [memberId],
    );
    if (found.rows.length === 0) {
      await dead(db, id, text, 'unknown_member');
    } else {
      let { balance, applied_through: mark } = found.rows[0] as Record<string, number> & {
        balance: number;
        applied_through: number;
      };
      await db.query('INSERT INTO events VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
        memberId,
        sequence,
        type === 'earned' ? points : -points,
        id,
        text,
      ]);
      for (;;) {
        const { rows } = await db.query('SELECT * FROM events WHERE member = $1 AND seq = $2', [
          memberId,
          mark + 1,
        ]);
        const [next] = rows;
        if (!next) break;
        mark += 1;
        if (balance + next.change >= 0) {
          balance += next.change;
          await db.query('INSERT INTO ledger VALUES ($1, $2, $3)', [memberId, mark, next.change]);
        } else {
          await dead(db, next.message, next.body, 'overdrawn');
        }
        await db.query('UPDATE members SET balance = $2, applied_through = $3 WHERE id = $1', [
          memberId,
          balance,
          mark,
        ]);
      }
    }
    await db.query('COMMIT');
    broken = false;
  } finally {
    db.release(broken);
  }
}
