import type { PoolClient } from 'pg';
import { bury } from './bury.ts';
import { takeNext } from './inbox.ts';
import { type Member, storeMember } from './members.ts';

/** Lets all events of a member take effect whose turn has come. The member has to be locked. */
export async function settle(client: PoolClient, member: Member): Promise<void> {
  let { balance, appliedThrough } = member;
  for (const { sequence, points, message } of await takeNext(client, member.id, appliedThrough)) {
    appliedThrough = sequence;
    if (balance + points < 0) {
      await bury(client, message, 'overdrawn');
    } else {
      balance += points;
      await client.query('INSERT INTO ledger VALUES ($1, $2, $3)', [member.id, sequence, points]);
    }
  }
  await storeMember(client, { id: member.id, balance, appliedThrough });
}
