import type { WebhookPause } from '@assay/contracts/http';
import { layOutMail } from '#mail/layOutMail.ts';

const reasons: Record<WebhookPause, string> = {
  by_admin: 'An admin paused it.',
  gone: 'Its receiver answered 410: it is there no more.',
  failing:
    'A message was given up after about a day of tries, and none has arrived since it was written.',
};

/** What admins are told when a webhook is paused that nobody paused. */
export function writePausedMail(facts: {
  name: string;
  url: string;
  because: WebhookPause;
  /** Of the webhook's page. */
  link: string;
}): { subject: string; text: string; html: string } {
  const { name, url, because, link } = facts;
  return layOutMail(`A webhook is paused: ${new URL(url).host}`, [
    `Hello ${name},`,
    `the webhook to ${url} is paused. ${reasons[because]}`,
    'While it is paused, what happens is not written down for it. Its messages and the answers to them are on its page, where you can let it go on once the receiver works again:',
    { link },
  ]);
}
