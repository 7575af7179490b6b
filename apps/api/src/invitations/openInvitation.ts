import { findInvitationByTokenHash, insertCandidateSession, recordAudit } from '@assay/db';
import type { Services } from '#services.ts';
import { linkExpired, linkUnknown } from '#http/linkRefusals.ts';
import { type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { routes } from '#http/routes.ts';
import { hashToken, newToken } from '#sessions/secretToken.ts';
import { invitationState } from './presentInvitation.ts';

/** How long a candidate's browser stays signed in, ms. What they may do in that time is the clock's business. */
const sessionMs = 30 * 24 * 60 * 60_000;

export const openInvitationRoute = routes.candidate.openInvitation.handler(
  async ({ input: { token }, context: { services, setCandidateCookie } }) => {
    const opened = unwrap(await openInvitation(services, token));
    setCandidateCookie(opened.sessionToken, opened.expiresAt);
    return { attemptId: opened.attemptId };
  },
);

/** Turns an invitation's token into a session for its attempt. It can be opened again, on another machine too. */
async function openInvitation(
  { db, now }: Services,
  token: string,
): Promise<{ ok: true; attemptId: string; sessionToken: string; expiresAt: Date } | Refusal> {
  const at = now();
  const found = await findInvitationByTokenHash(db, hashToken(token));
  if (found === undefined) return linkUnknown;
  if (found.attempt.erasedAt !== null) return linkErased(found.attempt.erasedAt);
  if (invitationState(found, at) !== 'open') return linkExpired;
  const sessionToken = newToken();
  const expiresAt = new Date(at.getTime() + sessionMs);
  const { invitation, attempt } = found;
  await db.transaction(async (tx) => {
    await insertCandidateSession(tx, {
      tokenHash: hashToken(sessionToken),
      invitationId: invitation.id,
      expiresAt,
      at,
    });
    await recordAudit(tx, {
      at,
      actor: `candidate:${attempt.id}`,
      action: 'invitation.opened',
      subject: `invitation:${invitation.id}`,
    });
  });
  return { ok: true, attemptId: attempt.id, sessionToken, expiresAt };
}

const linkErased = (erasedAt: Date) =>
  refusal(
    'LINK_ERASED',
    410,
    'What was kept of this attempt is erased: your name, your address and your work.',
    { erasedAt: erasedAt.toISOString() },
  );
