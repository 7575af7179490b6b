import type { InvitationRow } from '@assay/contracts/http';
import {
  type Actor,
  deleteCandidateSessions,
  findInvitation,
  lockAttempt,
  recordAudit,
  replaceLink,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { wantMail } from '#mail/wantMail.ts';
import { hashToken } from '#sessions/secretToken.ts';
import { invitationLink, invitationToken } from './invitationToken.ts';
import { presentInvitation } from './presentInvitation.ts';
import { reminderDays } from './reminderDays.ts';

const dayMs = 24 * 60 * 60_000;

export const renewInvitationRoute = routes.admin.renewInvitation
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { invitation, link, mailed } = unwrap(
      await renewInvitation(services, { ...input, actor: `staff:${member.id}` }),
    );
    return { invitation, link, mailed };
  });

/**
 * Makes a new link and ends the one before. Browsers that opened that one are signed out, unless the clock runs:
 * nobody loses time because a link was asked for.
 */
async function renewInvitation(
  services: Services,
  input: {
    invitationId: string;
    expiresInDays: number;
    remindDays: number;
    mail: boolean;
    actor: Actor;
  },
): Promise<{ ok: true; invitation: InvitationRow; link: string; mailed: boolean } | Refusal> {
  const { db, publicUrl, secret, announce, now } = services;
  const { invitationId: id, actor } = input;
  const at = now();
  const renewed = await db.transaction(async (tx) => {
    const known = await findInvitation(tx, id);
    if (known === undefined) return notFound;
    const attempt = await lockAttempt(tx, known.attempt.id, 'update');
    const found = await findInvitation(tx, id);
    if (attempt === undefined || found === undefined) return notFound;
    if (attempt.erasedAt !== null || found.invitation.revokedAt !== null) return isClosed;
    const next = { id, link: found.invitation.link + 1 };
    const token = invitationToken(secret, next);
    await replaceLink(tx, {
      ...next,
      tokenHash: hashToken(token),
      expiresAt: new Date(at.getTime() + input.expiresInDays * dayMs),
      remindDays: reminderDays(services, input),
    });
    const isRunning = attempt.state === 'running';
    if (!isRunning) await deleteCandidateSessions(tx, id);
    await recordAudit(tx, { at, actor, action: 'invitation.renewed', subject: `invitation:${id}` });
    const mail = await wantMail(services, tx, {
      attemptId: attempt.id,
      kind: 'invitation',
      link: next.link,
      mail: input.mail,
      at,
    });
    const record = await findInvitation(tx, id);
    return record ? { record, token, mail, isRunning } : notFound;
  });
  if ('ok' in renewed) return renewed;
  const { record, token, mail, isRunning } = renewed;
  mail?.enqueue();
  if (!isRunning) announce.candidateSignedOut(record.attempt.id);
  return {
    ok: true,
    invitation: presentInvitation(record, at),
    link: invitationLink(publicUrl, token),
    mailed: mail !== undefined,
  };
}

const isClosed = refusal(
  'LINK_CLOSED',
  409,
  'This link was revoked for good. Invite the candidate anew.',
);
