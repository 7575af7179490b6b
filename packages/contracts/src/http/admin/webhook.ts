import { z } from 'zod';
import { Stage } from './pipelineContract.ts';

export const WebhookEvent = z
  .enum([
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
  ])
  .describe('What a webhook can be told of.');
export type WebhookEvent = z.infer<typeof WebhookEvent>;

export const WebhookKind = z
  .enum([...WebhookEvent.options, 'webhook.test'])
  .describe('`webhook.test` is sent by hand.');
export type WebhookKind = z.infer<typeof WebhookKind>;

export const WebhookData = z
  .object({
    attemptId: z.uuid().optional(),
    invitationId: z.uuid().optional(),
    assessmentId: z.uuid().optional(),
    sessionId: z.uuid().optional(),
    stage: Stage.optional(),
  })
  .describe(
    'What a message says of what happened: ids and where the candidate stands, by which a receiver that may know more asks for it. Neither names nor scores nor code.',
  );
export type WebhookData = z.infer<typeof WebhookData>;

export const WebhookMessage = z
  .object({
    type: WebhookKind,
    timestamp: z.iso.datetime().describe('When it happened.'),
    data: WebhookData,
  })
  .describe('The body of a message.');
export type WebhookMessage = z.infer<typeof WebhookMessage>;

export const DeliveryState = z
  .enum(['waiting', 'delivered', 'failed'])
  .describe(
    '`waiting`: to be tried, now or later. `failed`: given up after all tries, until somebody replays it.',
  );
export type DeliveryState = z.infer<typeof DeliveryState>;

export const DeliveryProblem = z
  .enum(['name_unknown', 'address_refused', 'unreachable', 'timed_out', 'tls_failed'])
  .describe('Why there was no answer, or none that counts.');
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;

export const WebhookPause = z
  .enum(['by_admin', 'failing', 'gone'])
  .describe(
    '`failing`: a message was given up, and none arrived meanwhile. `gone`: the receiver answered 410.',
  );
export type WebhookPause = z.infer<typeof WebhookPause>;
