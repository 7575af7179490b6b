import type { CandidateSource } from '@assay/contracts/http';
import type { Actor } from '@assay/db';
import type { Services } from '#services.ts';
import { type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { type InvitationTerms, type Invited, invite } from './invite.ts';

type Invitee = { id: string; name: string; email: string; source?: CandidateSource | undefined };

export const inviteManyRoute = routes.admin.inviteMany
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { invited, skipped } = unwrap(
      await inviteMany(services, { ...input, actor: `staff:${member.id}` }),
    );
    return { invited, skipped };
  });

/**
 * Invites candidates one after the other, each in a transaction of its own: others are not kept waiting, and after a
 * crash the same request invites the rest. Whoever has an invitation to the assessment already is skipped.
 */
async function inviteMany(
  services: Services,
  { candidates, ...terms }: InvitationTerms & { candidates: Invitee[]; actor: Actor },
): Promise<{ ok: true; invited: Invited[]; skipped: Omit<Invitee, 'source'>[] } | Refusal> {
  const invited: Invited[] = [];
  const skipped: Omit<Invitee, 'source'>[] = [];
  for (const { id, name, email, source } of candidates) {
    const result = await invite(services, {
      ...terms,
      id,
      candidateName: name,
      candidateEmail: email,
      ...(source && { source }),
      once: true,
    });
    if (result.ok) {
      const { invitation, link, mailed } = result;
      invited.push({ invitation, link, mailed });
    } else if (result.code === 'ALREADY_INVITED') skipped.push({ id, name, email });
    else return result;
  }
  return { ok: true, invited, skipped };
}
