import type { DeliveryProblem, DeliveryTry, WebhookPause } from '@assay/contracts/http';

const problems: Record<DeliveryProblem, string> = {
  name_unknown: 'The name of the address is not known',
  address_refused: 'The address leads to a network that messages may not go to',
  unreachable: 'Nobody answered there',
  timed_out: 'No answer in time',
  tls_failed: 'The connection could not be made secure',
};

/** What came of sending a message once. */
export function describeTry({ status, problem }: DeliveryTry): string {
  if (status !== undefined)
    return status >= 300 && status < 400
      ? `${status}, a redirect, which is not followed`
      : `${status}`;
  return problem === undefined ? 'No answer' : problems[problem];
}

/** Why a webhook is paused, and what to do about it. */
export const pauses: Record<WebhookPause, string> = {
  by_admin: 'An admin paused it. What happens meanwhile is not sent later.',
  failing:
    'A message could not be handed over for about a day, and no other arrived meanwhile. See below how the address answers; when it works again, let the webhook go on and replay what failed.',
  gone: 'The address answered 410: it wants no more messages. Give it another address, or remove it.',
};
