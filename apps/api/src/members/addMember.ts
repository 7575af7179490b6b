import type { Member, StaffRole } from '@assay/contracts/http';
import { type Actor, insertMember, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { type Refusal, refusal } from '#http/refusal.ts';

/** Adds somebody who works with this installation. */
export async function addMember(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { actor, ...input }: { name: string; email: string; role: StaffRole; actor: Actor },
): Promise<{ ok: true; member: Member } | Refusal> {
  const at = now();
  const member = await db.transaction(async (tx) => {
    const added = await insertMember(tx, { ...input, at });
    if (added === undefined) return undefined;
    await recordAudit(tx, {
      at,
      actor,
      action: 'member.added',
      subject: `member:${added.id}`,
      detail: { role: added.role },
    });
    return added;
  });
  if (member !== undefined) return { ok: true, member };
  return refusal('EMAIL_TAKEN', 409, 'Somebody with this address is a member already.');
}
