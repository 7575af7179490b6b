import type { Member } from '@assay/contracts/http';
import { lockAdmins, recordAudit, removeMember as removeFromTable } from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';

export const removeMemberRoute = routes.admin.removeMember
  .use(asStaff)
  .handler(async ({ input: { memberId }, context: { services, member } }) => {
    unwrap(await removeMember(services, memberId, member));
  });

/** Takes a member's access away, here and on pages that are open. Whoever does it stays, so an admin always does. */
async function removeMember(
  { db, now, announce }: Services,
  memberId: string,
  admin: Member,
): Promise<{ ok: true } | Refusal> {
  if (memberId === admin.id) return ownAccess;
  const at = now();
  const removed = await db.transaction(async (tx) => {
    // Two admins who remove each other: the second finds that it is an admin no more.
    if (!(await lockAdmins(tx)).has(admin.id)) return false;
    if (!(await removeFromTable(tx, memberId, at))) return false;
    await recordAudit(tx, {
      at,
      actor: `staff:${admin.id}`,
      action: 'member.removed',
      subject: `member:${memberId}`,
    });
    return true;
  });
  if (!removed) return notFound;
  announce.memberSignedOut(memberId);
  return { ok: true };
}

const ownAccess = refusal(
  'OWN_ACCESS',
  409,
  'You cannot take your own access away. Ask another admin.',
);
