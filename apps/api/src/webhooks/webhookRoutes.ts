import type { Member, Webhook, WebhookEvent } from '@assay/contracts/http';
import {
  countDeliveries,
  type Database,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  lockWebhook,
  recordAudit,
  updateWebhook,
  type WebhookRecord,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { findUrlProblem } from './findUrlProblem.ts';
import { presentWebhook } from './presentWebhook.ts';
import { webhookSecret } from './signMessage.ts';

/** Counters a mistake in a script: each of them is asked about whatever happens. */
const maxWebhooks = 20;
/** For how long the secret before a new one signs as well, ms. */
const overlapMs = 24 * 60 * 60_000;

export const listWebhooksRoute = routes.admin.listWebhooks.handler(
  async ({ context: { services } }) => {
    const counts = await countDeliveries(services.db);
    const webhooks = await listWebhooks(services.db);
    return webhooks.map((one) => presentWebhook(one, services.now(), counts.get(one.id)));
  },
);

export const createWebhookRoute = routes.admin.createWebhook
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { db, now, secret } = services;
    unwrap(checkUrl(services, input.url));
    const at = now();
    const created = await db.transaction(
      async (tx): Promise<{ ok: true; webhook: WebhookRecord } | Refusal> => {
        if ((await listWebhooks(tx)).length >= maxWebhooks) return tooMany;
        const webhook = await insertWebhook(tx, { ...input, createdBy: member.id, at });
        if (webhook === undefined) return notFound;
        await audit(tx, { at, member, action: 'webhook.created', webhook, detail: input });
        return { ok: true, webhook };
      },
    );
    const { webhook } = unwrap(created);
    return {
      webhook: presentWebhook(webhook, at),
      secret: webhookSecret(secret, { id: webhook.id, number: webhook.secretNumber }),
    };
  });

export const changeWebhookRoute = routes.admin.changeWebhook
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { webhookId, paused, ...changes } = input;
    unwrap(checkUrl(services, changes.url));
    const { webhook } = unwrap(
      await change(services, webhookId, async (tx, before, at) => {
        const pause = pauseOf(before, paused, at);
        await updateWebhook(tx, webhookId, { ...changes, ...pause });
        const detail = { url: changes.url, events: changes.events, paused };
        await audit(tx, { at, member, action: 'webhook.changed', webhook: before, detail });
      }),
    );
    return presentCounted(services, webhook);
  });

export const rotateWebhookSecretRoute = routes.admin.rotateWebhookSecret
  .use(asStaff)
  .handler(async ({ input: { webhookId }, context: { services, member } }) => {
    const { webhook } = unwrap(
      await change(services, webhookId, async (tx, before, at) => {
        const oldSecretUntil = new Date(at.getTime() + overlapMs);
        const secretNumber = before.secretNumber + 1;
        await updateWebhook(tx, webhookId, { secretNumber, oldSecretUntil });
        await audit(tx, { at, member, action: 'webhook.secret_renewed', webhook: before });
      }),
    );
    return {
      webhook: await presentCounted(services, webhook),
      secret: webhookSecret(services.secret, { id: webhook.id, number: webhook.secretNumber }),
    };
  });

export const deleteWebhookRoute = routes.admin.deleteWebhook
  .use(asStaff)
  .handler(async ({ input: { webhookId }, context: { services, member } }) => {
    unwrap(
      await services.db.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
        const webhook = await lockWebhook(tx, webhookId);
        if (webhook === undefined) return notFound;
        await deleteWebhook(tx, webhookId);
        const { url } = webhook;
        const at = services.now();
        await audit(tx, { at, member, action: 'webhook.deleted', webhook, detail: { url } });
        return { ok: true };
      }),
    );
  });

/** Changes a webhook in one transaction with the line in the log of actions, and answers it as it is then. */
function change(
  { db, now }: Services,
  webhookId: string,
  work: (tx: Database, before: WebhookRecord, at: Date) => Promise<void>,
): Promise<{ ok: true; webhook: WebhookRecord } | Refusal> {
  return db.transaction(async (tx): Promise<{ ok: true; webhook: WebhookRecord } | Refusal> => {
    const before = await lockWebhook(tx, webhookId);
    if (before === undefined) return notFound;
    await work(tx, before, now());
    const webhook = await findWebhook(tx, webhookId);
    return webhook === undefined ? notFound : { ok: true, webhook };
  });
}

/** Nothing, where it is as it should be already: why it was paused stays. */
function pauseOf(
  { pausedAt }: WebhookRecord,
  paused: boolean,
  at: Date,
): Pick<WebhookRecord, 'pausedAt' | 'pausedBecause'> | undefined {
  if ((pausedAt !== null) === paused) return undefined;
  return paused
    ? { pausedAt: at, pausedBecause: 'by_admin' }
    : { pausedAt: null, pausedBecause: null };
}

async function presentCounted(services: Services, webhook: WebhookRecord): Promise<Webhook> {
  const counts = await countDeliveries(services.db);
  return presentWebhook(webhook, services.now(), counts.get(webhook.id));
}

function audit(
  tx: Database,
  event: {
    at: Date;
    member: Member;
    action: `webhook.${string}`;
    webhook: Pick<WebhookRecord, 'id'>;
    detail?: { url?: string; events?: WebhookEvent[]; paused?: boolean };
  },
): Promise<void> {
  const { at, member, action, webhook, detail = {} } = event;
  const { id } = webhook;
  return recordAudit(tx, {
    at,
    actor: `staff:${member.id}`,
    action,
    subject: `webhook:${id}`,
    detail,
  });
}

function checkUrl({ webhooks }: Services, url: string): { ok: true } | Refusal {
  const problem = findUrlProblem(url, webhooks.policy);
  return problem === undefined ? { ok: true } : refusal('URL_REFUSED', 422, problem);
}

const tooMany = refusal(
  'TOO_MANY',
  409,
  `There are ${maxWebhooks} webhooks, and there can be no more. Remove one that nobody needs.`,
);
