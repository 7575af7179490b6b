import type { WebhookEvent, WebhookKind } from '@assay/contracts/http';

/** What a webhook can be told of, in words and as it is offered: a candidate's way, then the rest. */
export const eventNames: Record<WebhookKind, string> = {
  'candidate.invited': 'A candidate is invited',
  'candidate.started': 'A candidate starts',
  'candidate.submitted': 'A candidate hands in',
  'candidate.withdrew': 'A candidate withdraws',
  'candidate.reviewed': 'A review is submitted',
  'candidate.decided': 'A decision is made',
  'feedback.released': 'Feedback is released',
  'candidate.erased': 'A candidate is erased',
  'session.started': 'A live session starts',
  'session.ended': 'A live session ends',
  'webhook.test': 'A test, sent by hand',
};

/** What one can choose; a test is sent by hand. */
export const eventOrder = (Object.keys(eventNames) as WebhookKind[]).filter(
  (kind): kind is WebhookEvent => kind !== 'webhook.test',
);
