import type { Services } from '#services.ts';

/**
 * How many days before the end of a link its candidate is reminded; null for never, as where the link is no longer
 * than that, or no mail is sent.
 */
export function reminderDays(
  { mailer }: Pick<Services, 'mailer'>,
  { mail, remindDays, expiresInDays }: { mail: boolean; remindDays: number; expiresInDays: number },
): number | null {
  return mailer !== undefined && mail && remindDays > 0 && remindDays < expiresInDays
    ? remindDays
    : null;
}
