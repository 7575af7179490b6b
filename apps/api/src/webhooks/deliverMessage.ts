import type { WebhookMessage } from '@assay/contracts/http';
import {
  claimDelivery,
  type Database,
  type DeliveryRecord,
  findDelivery,
  findWebhook,
  hasDeliveredSince,
  insertPausedMails,
  listMembers,
  lockWebhook,
  pauseWebhook,
  recordAudit,
  recordTry,
  releaseDelivery,
  type WebhookRecord,
} from '@assay/db';
import { DeliverAgain } from '@assay/queue';
import type { Services } from '#services.ts';
import { enqueueMail } from '#mail/wantMail.ts';
import { pauseAfter } from './backOff.ts';
import { type Answer, postMessage } from './postMessage.ts';
import { signMessage, webhookSecret } from './signMessage.ts';

/** How long a process has a message to itself, ms. Longer than any answer may take. */
const claimMs = 60_000;

/**
 * Sends a message of a webhook once, and writes down what came of it. When another try is due is decided here and
 * kept in the database; a job is one try.
 */
export async function deliverMessage(
  services: Services,
  job: { deliveryId: string; tries: number },
): Promise<void> {
  const { db, webhooks, now } = services;
  const at = now();
  const claimed = await claimDelivery(db, {
    id: job.deliveryId,
    tries: job.tries,
    now: at,
    until: new Date(at.getTime() + claimMs),
  });
  if (claimed === undefined) {
    const found = await findDelivery(db, job.deliveryId);
    if (found?.state !== 'waiting' || found.tries !== job.tries) return;
    throw new DeliverAgain('Another process has this message.');
  }
  const webhook = await findWebhook(db, claimed.webhookId);
  if (webhook === undefined || webhook.pausedAt !== null) {
    await releaseDelivery(db, claimed.id);
    return;
  }
  const began = performance.now();
  const answer = await postMessage(webhook.url, sign(services, webhook, claimed, at), webhooks);
  const durationMs = Math.round(performance.now() - began);
  await keep(services, claimed, { at, durationMs, ...answer });
}

/** The body of a message, and what proves that it comes from here. */
function sign(
  { secret }: Services,
  { id, secretNumber, oldSecretUntil }: WebhookRecord,
  { id: deliveryId, kind, data, createdAt }: DeliveryRecord,
  at: Date,
) {
  const message: WebhookMessage = { type: kind, timestamp: createdAt.toISOString(), data };
  const body = JSON.stringify(message);
  const numbers = [secretNumber];
  if (oldSecretUntil !== null && oldSecretUntil > at) numbers.push(secretNumber - 1);
  const secrets = numbers.map((number) => webhookSecret(secret, { id, number }));
  return { body, headers: signMessage({ id: deliveryId, at, body }, secrets) };
}

async function keep(
  services: Services,
  { id, webhookId, kind, createdAt, tries, triesLeft }: DeliveryRecord,
  tried: { at: Date; durationMs: number } & Answer,
): Promise<void> {
  const { db, logger, now } = services;
  const at = now();
  const status = 'status' in tried ? tried.status : undefined;
  if (status !== undefined && status >= 200 && status < 300) {
    await recordTry(db, id, tried, { state: 'delivered', at });
    return;
  }
  const isGone = status === 410;
  if (!isGone && triesLeft > 1) {
    const dueAt = new Date(at.getTime() + pauseAfter(tries + 1));
    await recordTry(db, id, tried, { state: 'waiting', dueAt });
    return;
  }
  const mailIds = await db.transaction(async (tx): Promise<string[]> => {
    const webhook = await lockWebhook(tx, webhookId);
    await recordTry(tx, id, tried, { state: 'failed', at });
    if (webhook === undefined || webhook.pausedAt !== null || kind === 'webhook.test') return [];
    if (!isGone && (await hasDeliveredSince(tx, webhookId, createdAt))) return [];
    const because = isGone ? 'gone' : 'failing';
    await pauseWebhook(tx, webhookId, { at, because });
    logger.warn({ webhookId, because }, 'A webhook is paused');
    await recordAudit(tx, {
      at,
      actor: 'system',
      action: 'webhook.paused',
      subject: `webhook:${webhookId}`,
      detail: { because },
    });
    return services.mailer === undefined ? [] : tellAdmins(tx, webhookId, at);
  });
  for (const mailId of mailIds) enqueueMail(services, mailId);
}

/** Writes a mail down for each admin. */
async function tellAdmins(tx: Database, webhookId: string, at: Date): Promise<string[]> {
  const admins = (await listMembers(tx)).filter(({ role }) => role === 'admin');
  return insertPausedMails(tx, { webhookId, memberIds: admins.map(({ id }) => id), at });
}
