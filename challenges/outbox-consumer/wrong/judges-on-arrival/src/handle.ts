import { bury } from './bury.ts';
import { keep } from './inbox.ts';
import { inTransaction } from './inTransaction.ts';
import { lockMember } from './members.ts';
import type { Message } from './message.ts';
import { parsePointsEvent } from './pointsEvent.ts';
import { settle } from './settle.ts';

/**
 * Takes in one message. Rejects when it has to be delivered again, and then nothing has changed.
 * Events of one member take turns, by the lock on the member.
 */
export async function handle(message: Message): Promise<void> {
  const event = parsePointsEvent(message.text);
  await inTransaction(async (client) => {
    if (!event) return bury(client, message, 'malformed');
    const member = await lockMember(client, event.memberId);
    if (!member) return bury(client, message, 'unknown_member');
    if (event.sequence <= member.appliedThrough) return;

    if (member.balance + event.points < 0) return bury(client, message, 'overdrawn');

    await keep(client, event, message);
    if (event.sequence === member.appliedThrough + 1) await settle(client, member);
  });
}
