import type { CandidateSource, InvitationRow } from '@assay/contracts/http';
import { type Actor, isUniqueViolation } from '@assay/db';
import type { Services } from '#services.ts';
import { type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { addInvitation } from './addInvitation.ts';
import { invitationLink, invitationToken } from './invitationToken.ts';
import { presentInvitation } from './presentInvitation.ts';
import { workingLink } from './workingLink.ts';

/** What candidates are invited to, until when, and by whom. */
export type InvitationTerms = {
  assessmentId: string;
  expiresInDays: number;
  /** The candidate's share of the template's time, percent. */
  timePercent?: number;
  /** Whether the link goes by mail, where that is set up. */
  mail: boolean;
  /** Days before the end of the link to remind of it; 0 for never. */
  remindDays: number;
  actor: Actor;
};

export type NewInvitation = InvitationTerms & {
  /** One that exists already is answered as it is, if it is this candidate's. */
  id?: string | undefined;
  candidateName: string;
  candidateEmail: string;
  source?: CandidateSource | undefined;
  externalId?: string | undefined;
  /** In place of the one that is made from the id. */
  token?: string;
  /** Refuse somebody who has an invitation to this assessment already. */
  once?: boolean;
};

export type Invited = { invitation: InvitationRow; link: string; mailed: boolean };

export const inviteRoute = routes.admin.invite
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { invitation, link, mailed } = unwrap(
      await invite(services, { ...input, actor: `staff:${member.id}` }),
    );
    return { invitation, link, mailed };
  });

/** Makes an attempt with a link to it. Only the hash of the link's token is kept. */
export async function invite(
  services: Services,
  input: NewInvitation,
): Promise<({ ok: true } & Invited) | Refusal> {
  const { db, now, publicUrl, secret } = services;
  const at = now();
  const id = input.id ?? crypto.randomUUID();
  const token = input.token ?? invitationToken(secret, { id, link: 1 });
  const add = () =>
    db.transaction((tx) => addInvitation(services, tx, { ...input, id, token, at }));
  const added = await add().catch((error: unknown) => {
    // Another request with this id came at the same time: now its invitation is there.
    if (isUniqueViolation(error)) return add();
    throw error;
  });
  if (!added.ok) return added;
  const { record, mailed, enqueueMail } = added;
  enqueueMail?.();
  return {
    ok: true,
    invitation: presentInvitation(record, at),
    link: invitationLink(
      publicUrl,
      input.token ?? (await workingLink(services, record.invitation)),
    ),
    mailed,
  };
}
