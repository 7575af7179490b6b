import type { PoolClient } from 'pg';
import type { Message } from './message.ts';

/** Puts a message aside that can never work, for people to look at. */
export async function bury(
  client: PoolClient,
  message: Message,
  reason: 'malformed' | 'unknown_member' | 'overdrawn',
): Promise<void> {
  await client.query('INSERT INTO dead_letters VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    message.id,
    message.text,
    reason,
  ]);
}
