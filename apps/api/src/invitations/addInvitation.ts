import { randomInt } from 'node:crypto';
import {
  type Database,
  findInvitation,
  insertAttempt,
  insertInvitation,
  type InvitationRecord,
  listInvitees,
  listLastMails,
  lockAddress,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';
import { wantMail } from '#mail/wantMail.ts';
import { hashToken } from '#sessions/secretToken.ts';
import type { NewInvitation } from './invite.ts';
import { reminderDays } from './reminderDays.ts';
import { auditTime } from './setTime.ts';

const dayMs = 24 * 60 * 60_000;
/** Seeds are 32-bit and not negative, so that they fit a column and a command line. */
const seeds = 2 ** 31;

type Added = {
  ok: true;
  record: InvitationRecord;
  mailed: boolean;
  /** To be called once the transaction is committed. */
  enqueueMail?: () => void;
};

/** Adds an invitation with its attempt and its mail, or finds the one that has this id. */
export async function addInvitation(
  services: Services,
  tx: Database,
  input: NewInvitation & { id: string; token: string; at: Date },
): Promise<Added | Refusal> {
  const { id, token, source, externalId, once, ...attemptInput } = input;
  const { at, actor, assessmentId } = input;
  const email = input.candidateEmail.toLowerCase();
  await lockAddress(tx, email);
  const there = await findInvitation(tx, id);
  if (there !== undefined) {
    const { attempt, candidateEmail } = there;
    if (attempt.assessmentId !== assessmentId || candidateEmail !== email) return idTaken;
    const mails = await listLastMails(tx, [attempt.id]);
    return { ok: true, record: there, mailed: mails.size > 0 };
  }
  if (once) {
    const invitees = await listInvitees(tx, { assessmentId, emails: [email], now: at });
    if (invitees.has(email)) return alreadyInvited;
  }
  const attempt = await insertAttempt(tx, { ...attemptInput, seed: randomInt(seeds) });
  if (attempt === undefined) return notFound;
  await insertInvitation(tx, {
    id,
    attemptId: attempt.id,
    tokenHash: hashToken(token),
    ...(source && { source }),
    ...(externalId && { externalId }),
    expiresAt: new Date(at.getTime() + input.expiresInDays * dayMs),
    remindDays: reminderDays(services, input),
    at,
  });
  await recordAudit(tx, {
    at,
    actor,
    action: 'invitation.created',
    subject: `invitation:${id}`,
    detail: { attemptId: attempt.id, assessmentId },
  });
  if (attempt.timePercent !== 100) await auditTime(tx, { at, actor, attempt });
  const wanted = { attemptId: attempt.id, kind: 'invitation', link: 1, mail: input.mail } as const;
  const mail = await wantMail(services, tx, { ...wanted, at });
  const record = await findInvitation(tx, id);
  if (record === undefined) return notFound;
  return {
    ok: true,
    record,
    mailed: mail !== undefined,
    ...(mail && { enqueueMail: mail.enqueue }),
  };
}

const idTaken = refusal('ID_TAKEN', 409, 'Another invitation has this id. Choose a new one.');
const alreadyInvited = refusal(
  'ALREADY_INVITED',
  409,
  'This candidate has an invitation to this assessment already.',
);
