import { allotMs } from '@assay/contracts/clock';
import {
  claimMail,
  endMail,
  findAttempt,
  findInvitationOf,
  findMailState,
  findWebhook,
  type InvitationMail,
  listMembers,
  type MailRecord,
  releaseMail,
} from '@assay/db';
import { DeliverAgain } from '@assay/queue';
import type { Services } from '#services.ts';
import { invitationLink } from '#invitations/invitationToken.ts';
import { workingLink } from '#invitations/workingLink.ts';
import type { Mail, Mailer } from './Mailer.ts';
import { writePausedMail } from '#webhooks/writePausedMail.ts';
import { writeInvitation } from './writeInvitation.ts';

/** How long a process has a mail to itself, ms. Longer than any conversation with the server that ends well. */
const claimMs = 2 * 60_000;
/** For how long a mail is tried, ms; then people have to know. */
const patienceMs = 24 * 60 * 60_000;

/**
 * Hands one mail over to the mail server, once: no two processes have it at the same time, and what was taken is
 * written down. If a process dies between the two, the mail goes again under the same Message-ID.
 */
export async function sendMail(
  services: Services & { mailer: Mailer },
  mailId: string,
): Promise<void> {
  const { db, mailer, logger, now } = services;
  const at = now();
  const claimed = await claimMail(db, mailId, {
    now: at,
    until: new Date(at.getTime() + claimMs),
  });
  if (claimed === undefined) {
    if ((await findMailState(db, mailId)) !== 'queued') return;
    throw new DeliverAgain('Another process has this mail.');
  }
  const mail = await composeMail(services, claimed);
  if (mail === undefined) {
    await endMail(db, mailId, { state: 'dropped', at });
    return;
  }
  const handover = await mailer.send(mail);
  if (handover.status === 'sent') {
    await endMail(db, mailId, { state: 'sent', at: now() });
    return;
  }
  const isOver = now().getTime() - claimed.createdAt.getTime() > patienceMs;
  logger.warn({ mailId, ...handover, isOver }, 'A mail could not be handed over');
  if (handover.status === 'refused') {
    await endMail(db, mailId, { state: 'failed', at: now(), refusal: handover.code });
  } else if (isOver) await endMail(db, mailId, { state: 'failed', at: now() });
  else {
    await releaseMail(db, mailId);
    throw new DeliverAgain('The mail server did not take it.');
  }
}

/** What to send now; `undefined` when nobody needs it any more. */
async function composeMail(services: Services, mail: MailRecord): Promise<Mail | undefined> {
  const { attemptId, kind } = mail;
  return attemptId === null || kind === 'webhook_paused'
    ? composePausedMail(services, mail)
    : composeInvitation(services, { ...mail, attemptId, kind });
}

/** `undefined` when the webhook goes on, or the member is an admin no more. */
async function composePausedMail(
  { db, publicUrl }: Services,
  { id, webhookId, memberId }: MailRecord,
): Promise<Mail | undefined> {
  const webhook = webhookId === null ? undefined : await findWebhook(db, webhookId);
  const admin = (await listMembers(db)).find((one) => one.id === memberId);
  if (webhook?.pausedBecause == null || admin?.role !== 'admin') return undefined;
  const { url, pausedBecause: because } = webhook;
  const link = `${publicUrl}/admin/webhooks/${webhook.id}`;
  const { name, email: address } = admin;
  return { id, to: { name, address }, ...writePausedMail({ name, url, because, link }) };
}

/** `undefined` when its link is not the newest, ended, or needs no reminder any more. */
async function composeInvitation(
  services: Services,
  mail: InvitationMail,
): Promise<Mail | undefined> {
  const { db, publicUrl, now } = services;
  const found = await findAttempt(db, mail.attemptId);
  const invitation = await findInvitationOf(db, mail.attemptId);
  if (found === undefined || invitation === undefined) return undefined;
  const { attempt, candidate, assessment } = found;
  const isOver =
    attempt.erasedAt !== null ||
    invitation.revokedAt !== null ||
    invitation.link !== mail.link ||
    (attempt.state === 'invited' && invitation.expiresAt <= now());
  if (isOver || (mail.kind === 'reminder' && attempt.state !== 'invited')) return undefined;
  const token = await workingLink(services, invitation);
  return {
    id: mail.id,
    to: { name: candidate.name, address: candidate.email },
    ...writeInvitation({
      kind: mail.kind,
      candidateName: candidate.name,
      organisation: assessment.organisation,
      title: assessment.title,
      minutes: Math.round(allotMs(assessment.minutes, attempt.timePercent) / 60_000),
      link: invitationLink(publicUrl, token),
      expiresAt: invitation.expiresAt,
    }),
  };
}
