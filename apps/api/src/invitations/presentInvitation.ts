import type { InvitationRow } from '@assay/contracts/http';
import type { InvitationRecord } from '@assay/db';

export function presentInvitation(record: InvitationRecord, now: Date): InvitationRow {
  const { invitation, attempt, candidateName, candidateEmail, assessmentTitle } = record;
  return {
    id: invitation.id,
    attemptId: attempt.id,
    candidateName,
    candidateEmail,
    assessmentTitle,
    ...(invitation.source && { source: invitation.source }),
    ...(invitation.externalId && { externalId: invitation.externalId }),
    state: invitationState(record, now),
    attemptState: attempt.state,
    timePercent: attempt.timePercent,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  };
}

/** A link works until it expires, and for an attempt that runs until that ends. */
export function invitationState(
  { invitation, attempt }: InvitationRecord,
  now: Date,
): InvitationRow['state'] {
  if (invitation.revokedAt !== null) return 'revoked';
  return invitation.expiresAt > now || attempt.state === 'running' ? 'open' : 'expired';
}
