import type { InvitationRow } from '@assay/contracts/http';
import {
  type Actor,
  type AttemptRecord,
  type Database,
  findInvitation,
  lockAttempt,
  recordAudit,
  updateAttempt,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { presentInvitation } from './presentInvitation.ts';

export const setTimeRoute = routes.admin.setTime
  .use(asStaff)
  .handler(async ({ input: { invitationId, timePercent }, context: { services, member } }) => {
    const change = { invitationId, timePercent, actor: `staff:${member.id}` as const };
    return unwrap(await setTime(services, change)).invitation;
  });

/** Sets a candidate's share of the template's time, as long as their clock does not run. */
async function setTime(
  { db, announce, now }: Services,
  change: { invitationId: string; timePercent: number; actor: Actor },
): Promise<{ ok: true; invitation: InvitationRow } | Refusal> {
  const { invitationId, timePercent, actor } = change;
  const at = now();
  const result = await db.transaction(
    async (tx): Promise<{ ok: true; invitation: InvitationRow } | Refusal> => {
      const found = await findInvitation(tx, invitationId);
      const attempt = found && (await lockAttempt(tx, found.attempt.id, 'update'));
      if (attempt === undefined) return notFound;
      if (attempt.state !== 'invited') return alreadyStarted;
      if (attempt.timePercent !== timePercent) {
        await updateAttempt(tx, attempt.id, { timePercent });
        await auditTime(tx, { at, actor, attempt: { ...attempt, timePercent } });
      }
      const changed = await findInvitation(tx, invitationId);
      return changed ? { ok: true, invitation: presentInvitation(changed, at) } : notFound;
    },
  );
  if (result.ok) announce.attemptChanged(result.invitation.attemptId);
  return result;
}

/** Who has more time is nobody's business but the organiser's: the audit log is for admins. */
export async function auditTime(
  tx: Database,
  { at, actor, attempt }: { at: Date; actor: Actor; attempt: AttemptRecord },
): Promise<void> {
  await recordAudit(tx, {
    at,
    actor,
    action: 'time.share_set',
    subject: `attempt:${attempt.id}`,
    detail: { timePercent: attempt.timePercent },
  });
}

const alreadyStarted = refusal(
  'ALREADY_STARTED',
  409,
  'The clock runs already. You can still give minutes.',
);
