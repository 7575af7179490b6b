import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  DeliveryProblem,
  DeliveryState,
  WebhookData,
  WebhookEvent,
  WebhookKind,
  WebhookPause,
} from './webhook.ts';

export const Webhook = z.object({
  id: z.uuid(),
  url: z.url(),
  description: z.string().describe('What it is for, in the words of who set it up.'),
  events: z.array(WebhookEvent),
  createdAt: z.iso.datetime(),
  paused: z
    .object({ at: z.iso.datetime(), because: WebhookPause })
    .optional()
    .describe('Since when nothing is sent to it, and why; absent while it is on.'),
  oldSecretUntil: z.iso
    .datetime()
    .optional()
    .describe('Until when messages are signed with the secret before as well.'),
  deliveries: z
    .object({ waiting: z.int(), delivered: z.int(), failed: z.int() })
    .describe('How many of the messages of the last days wait, arrived and were given up.'),
});
export type Webhook = z.infer<typeof Webhook>;

export const DeliveryTry = z
  .object({
    at: z.iso.datetime(),
    durationMs: z.int(),
    status: z.int().optional().describe('The status of the answer; absent where none came.'),
    problem: DeliveryProblem.optional(),
    answer: z.string().optional().describe('The first bytes of the answer, as text.'),
  })
  .describe('One time that a message was sent.');
export type DeliveryTry = z.infer<typeof DeliveryTry>;

export const Delivery = z.object({
  id: z.uuid().describe('The `webhook-id` of the message, the same each time that it is sent.'),
  kind: WebhookKind,
  data: WebhookData,
  state: DeliveryState,
  createdAt: z.iso.datetime(),
  dueAt: z.iso
    .datetime()
    .optional()
    .describe('When it is tried next; absent when it waits no more.'),
  triesLeft: z.int().describe('How often it is still tried.'),
  tries: z.array(DeliveryTry).describe('The last ones, newest first.'),
});
export type Delivery = z.infer<typeof Delivery>;

const one = z.object({ webhookId: z.uuid() });
const Description = z.string().trim().max(200, 'At most 200 characters.');
const Events = z
  .array(WebhookEvent)
  .min(1, 'Choose what to be told of.')
  .transform((events) => [...new Set(events)]);
const Url = z
  .string()
  .trim()
  .max(2_000, 'At most 2,000 characters.')
  .refine((text) => URL.canParse(text), 'This is not an address.');

const URL_REFUSED = { status: 422, message: 'Messages cannot be sent to this address.' } as const;
/** The secret is shown this once. */
const WithSecret = z.object({ webhook: Webhook, secret: z.string() });

/** Telling other programs what happens here: signed messages to addresses that an admin sets up. */
export const webhookContract = {
  listWebhooks: oc
    .route({ method: 'GET', path: '/webhooks', summary: 'Addresses that are told what happens' })
    .output(z.array(Webhook)),
  createWebhook: oc
    .route({
      method: 'POST',
      path: '/webhooks',
      successStatus: 201,
      summary: 'Have an address told what happens',
    })
    .input(z.object({ url: Url, description: Description.default(''), events: Events }))
    .output(WithSecret)
    .errors({
      URL_REFUSED,
      TOO_MANY: { status: 409, message: 'There are as many webhooks as there can be.' },
    }),
  changeWebhook: oc
    .route({
      method: 'PUT',
      path: '/webhooks/{webhookId}',
      summary: 'Change what an address is told of, pause it, or let it go on',
    })
    .input(one.extend({ url: Url, description: Description, events: Events, paused: z.boolean() }))
    .output(Webhook)
    .errors({ URL_REFUSED }),
  rotateWebhookSecret: oc
    .route({
      method: 'POST',
      path: '/webhooks/{webhookId}/secret',
      successStatus: 201,
      summary: 'Make a new secret; for a day messages are signed with both',
    })
    .input(one)
    .output(WithSecret),
  deleteWebhook: oc
    .route({
      method: 'DELETE',
      path: '/webhooks/{webhookId}',
      successStatus: 204,
      summary: 'Remove a webhook with its log',
    })
    .input(one),
  testWebhook: oc
    .route({
      method: 'POST',
      path: '/webhooks/{webhookId}/tests',
      successStatus: 201,
      summary: 'Send a test message, once',
    })
    .input(one)
    .output(Delivery)
    .errors({ PAUSED: { status: 409, message: 'This webhook is paused. Let it go on first.' } }),
  listDeliveries: oc
    .route({
      method: 'GET',
      path: '/webhooks/{webhookId}/deliveries',
      summary: 'Messages of the last days with how they went, newest first',
    })
    .input(
      one.extend({
        state: DeliveryState.optional(),
        page: z.coerce.number().int().min(1).default(1),
      }),
    )
    .output(
      z.object({ rows: z.array(Delivery), total: z.int(), page: z.int(), pageSize: z.int() }),
    ),
  replayDelivery: oc
    .route({
      method: 'POST',
      path: '/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
      summary: 'Send a message again, under the same id',
    })
    .input(one.extend({ deliveryId: z.uuid() }))
    .output(Delivery)
    .errors({ PAUSED: { status: 409, message: 'This webhook is paused. Let it go on first.' } }),
};
