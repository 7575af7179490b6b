import type { InvitationRow, Member } from '@assay/contracts/http';
import * as db from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { presentInvitation } from './presentInvitation.ts';

export const revokeInvitationRoute = routes.admin.revokeInvitation
  .use(asStaff)
  .handler(async ({ input: { invitationId }, context: { services, member } }) => {
    return unwrap(await revokeInvitation(services, invitationId, member)).invitation;
  });

/** Makes a link useless and ends the sessions that it opened. Work that is saved stays. */
async function revokeInvitation(
  { db: database, announce, now }: Services,
  invitationId: string,
  member: Member,
): Promise<{ ok: true; invitation: InvitationRow } | Refusal> {
  const at = now();
  const revoked = await database.transaction(async (tx) => {
    const found = await db.findInvitation(tx, invitationId);
    if (found === undefined || found.invitation.revokedAt !== null) return found;
    await db.revokeInvitation(tx, invitationId, at);
    await db.recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: 'invitation.revoked',
      subject: `invitation:${invitationId}`,
    });
    return db.findInvitation(tx, invitationId);
  });
  if (revoked === undefined) return notFound;
  announce.candidateSignedOut(revoked.attempt.id);
  return { ok: true, invitation: presentInvitation(revoked, at) };
}
