import { bury } from './bury.ts';
import { inTransaction } from './inTransaction.ts';
import { lockMember } from './members.ts';
import type { Message } from './message.ts';
import { parsePointsEvent } from './pointsEvent.ts';

/** Takes in one message, once. Rejects when it has to be delivered again. */
export async function handle(message: Message): Promise<void> {
  const event = parsePointsEvent(message.text);
  await inTransaction(async (client) => {
    const first = await client.query(
      'INSERT INTO processed_messages VALUES ($1) ON CONFLICT DO NOTHING',
      [message.id],
    );
    if (first.rowCount === 0) return;
    if (!event) return bury(client, message, 'malformed');
    const member = await lockMember(client, event.memberId);
    if (!member) return bury(client, message, 'unknown_member');
    if (member.balance + event.points < 0) return bury(client, message, 'overdrawn');

    await client.query('INSERT INTO ledger VALUES ($1, $2, $3)', [
      member.id,
      event.sequence,
      event.points,
    ]);
    await client.query(
      `UPDATE members SET balance = balance + $2, applied_through = greatest(applied_through, $3)
       WHERE id = $1`,
      [member.id, event.points, event.sequence],
    );
  });
}
