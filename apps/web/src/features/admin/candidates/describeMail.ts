import type { SentMail } from '@assay/contracts/http';
import { formatAgo } from '#app/formatAge.ts';

/** What became of the last mail to a candidate, and what to do if it did not arrive; `undefined` for nothing to say. */
export function describeMail(
  mail: SentMail | undefined,
): { text: string; isTrouble: boolean } | undefined {
  if (mail === undefined || mail.state === 'dropped') return undefined;
  const what = mail.kind === 'reminder' ? 'Reminder' : 'Mail';
  switch (mail.state) {
    case 'queued':
      return { text: `${what} is on its way`, isTrouble: false };
    case 'sent':
      return {
        text: `${what} sent ${formatAgo(mail.endedAt ?? mail.createdAt)}`,
        isTrouble: false,
      };
    case 'failed':
      return {
        text:
          mail.refusal === undefined
            ? `${what} not delivered. Make a new link`
            : `${what} refused (${mail.refusal}). Check the address`,
        isTrouble: true,
      };
  }
}
