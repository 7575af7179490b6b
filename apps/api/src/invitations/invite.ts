import { randomInt } from 'node:crypto';
import type { InvitationRow } from '@assay/contracts/http';
import {
  type Actor,
  findInvitation,
  insertAttempt,
  insertInvitation,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { hashToken, newToken } from '#sessions/secretToken.ts';
import { presentInvitation } from './presentInvitation.ts';
import { auditTime } from './setTime.ts';

const dayMs = 24 * 60 * 60_000;
/** Seeds are 32-bit and not negative, so that they fit a column and a command line. */
const seeds = 2 ** 31;

export const inviteRoute = routes.admin.invite
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { invitation, link } = unwrap(
      await invite(services, { ...input, token: newToken(), actor: `staff:${member.id}` }),
    );
    return { invitation, link };
  });

/** Makes an attempt with a link to it. Only the hash of `token` is kept. */
export async function invite(
  { db, now, publicUrl }: Pick<Services, 'db' | 'now' | 'publicUrl'>,
  input: {
    assessmentId: string;
    candidateName: string;
    candidateEmail: string;
    expiresInDays: number;
    /** The candidate's share of the template's time, percent. */
    timePercent?: number;
    token: string;
    actor: Actor;
  },
): Promise<{ ok: true; invitation: InvitationRow; link: string } | Refusal> {
  const at = now();
  const invitation = await db.transaction(async (tx) => {
    const attempt = await insertAttempt(tx, { ...input, seed: randomInt(seeds), at });
    if (attempt === undefined) return undefined;
    const id = await insertInvitation(tx, {
      attemptId: attempt.id,
      tokenHash: hashToken(input.token),
      expiresAt: new Date(at.getTime() + input.expiresInDays * dayMs),
      at,
    });
    await recordAudit(tx, {
      at,
      actor: input.actor,
      action: 'invitation.created',
      subject: `invitation:${id}`,
      detail: { attemptId: attempt.id, assessmentId: input.assessmentId },
    });
    if (attempt.timePercent !== 100) await auditTime(tx, { at, actor: input.actor, attempt });
    return findInvitation(tx, id);
  });
  if (invitation === undefined) return notFound;
  return {
    ok: true,
    invitation: presentInvitation(invitation, at),
    link: invitationLink(publicUrl, input.token),
  };
}

export const invitationLink = (publicUrl: string, token: string): string =>
  `${publicUrl}/c/${token}`;
