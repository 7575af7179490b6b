import type { MailKind } from '@assay/contracts/http';
import { layOutMail } from './layOutMail.ts';

/** What a mail about an invitation says. */
export type InvitationFacts = {
  kind: MailKind;
  candidateName: string;
  organisation: string;
  title: string;
  /** All the time that the candidate has, whole minutes. */
  minutes: number;
  link: string;
  expiresAt: Date;
};

/** A mail about an invitation, as plain text and as simple HTML that says the same. */
export function writeInvitation(facts: InvitationFacts): {
  subject: string;
  text: string;
  html: string;
} {
  const { kind, candidateName, organisation, title, minutes, link } = facts;
  const until = formatMoment(facts.expiresAt);
  const first =
    kind === 'invitation'
      ? `${organisation} invites you to “${title}”, a piece of practical work of ${minutes} minutes.`
      : `you have not started “${title}” yet, to which ${organisation} invited you. Your link works until ${until}.`;
  const then =
    'Open your link whenever it suits you. You see first what awaits you, what is allowed and what is recorded, and can try the editor. The clock starts only when you press Start.';
  const last = [
    kind === 'invitation' ? `The link works until ${until}.` : undefined,
    'It belongs to you alone: please do not pass it on.',
    'You can put your questions to the organiser on the same page.',
  ]
    .filter((line) => line !== undefined)
    .join(' ');
  const subject =
    kind === 'invitation'
      ? `${organisation} invites you: ${title}`
      : `Your link works until ${until}: ${title}`;
  return layOutMail(subject, [`Hello ${candidateName},`, first, then, { link }, last]);
}

/** In UTC, and saying so: nobody knows where a mail is read. */
const formatMoment = (at: Date): string =>
  `${at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
