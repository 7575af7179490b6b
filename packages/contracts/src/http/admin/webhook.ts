import { z } from 'zod';
import { Stage } from './pipelineContract.ts';

/** What a webhook can be told of. */
export const WebhookEvent = z.enum([
  'candidate.invited',
  'candidate.started',
  'candidate.submitted',
  'candidate.withdrew',
  'candidate.reviewed',
  'candidate.decided',
  'candidate.erased',
  'feedback.released',
  'session.started',
  'session.ended',
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** `webhook.test` is sent by hand. */
export const WebhookKind = z.enum([...WebhookEvent.options, 'webhook.test']);
export type WebhookKind = z.infer<typeof WebhookKind>;

/**
 * What a message says of what happened: ids and where the candidate stands, by which a receiver that may know more
 * asks for it. Neither names nor scores nor code.
 */
export const WebhookData = z.object({
  attemptId: z.uuid().optional(),
  invitationId: z.uuid().optional(),
  assessmentId: z.uuid().optional(),
  sessionId: z.uuid().optional(),
  stage: Stage.optional(),
});
export type WebhookData = z.infer<typeof WebhookData>;

/** The body of a message. */
export const WebhookMessage = z.object({
  type: WebhookKind,
  /** When it happened. */
  timestamp: z.iso.datetime(),
  data: WebhookData,
});
export type WebhookMessage = z.infer<typeof WebhookMessage>;

/**
 * `waiting`: to be tried, now or later. `failed`: given up after all tries, until somebody replays it.
 */
export const DeliveryState = z.enum(['waiting', 'delivered', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why there was no answer, or none that counts. */
export const DeliveryProblem = z.enum([
  'name_unknown',
  'address_refused',
  'unreachable',
  'timed_out',
  'tls_failed',
]);
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;

/** `failing`: a message was given up, and none arrived meanwhile. `gone`: the receiver answered 410. */
export const WebhookPause = z.enum(['by_admin', 'failing', 'gone']);
export type WebhookPause = z.infer<typeof WebhookPause>;
