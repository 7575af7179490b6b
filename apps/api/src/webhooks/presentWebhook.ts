import type { Delivery, DeliveryState, Webhook } from '@assay/contracts/http';
import type { DeliveryRecord, DeliveryTryRecord, WebhookRecord } from '@assay/db';

const none: Record<DeliveryState, number> = { waiting: 0, delivered: 0, failed: 0 };

export function presentWebhook(
  { id, url, description, events, createdAt, ...webhook }: WebhookRecord,
  now: Date,
  deliveries = none,
): Webhook {
  const { pausedAt, pausedBecause, oldSecretUntil } = webhook;
  return {
    id,
    url,
    description,
    events,
    createdAt: createdAt.toISOString(),
    ...(pausedAt && {
      paused: { at: pausedAt.toISOString(), because: pausedBecause ?? 'by_admin' },
    }),
    ...(oldSecretUntil !== null &&
      oldSecretUntil > now && { oldSecretUntil: oldSecretUntil.toISOString() }),
    deliveries,
  };
}

export function presentDelivery({
  id,
  kind,
  data,
  state,
  createdAt,
  dueAt,
  triesLeft,
  log,
}: DeliveryRecord & { log: DeliveryTryRecord[] }): Delivery {
  return {
    id,
    kind,
    data,
    state,
    createdAt: createdAt.toISOString(),
    ...(state === 'waiting' && { dueAt: dueAt.toISOString() }),
    triesLeft,
    tries: log.map(({ at, durationMs, status, problem, answer }) => ({
      at: at.toISOString(),
      durationMs,
      ...(status !== null && { status }),
      ...(problem !== null && { problem }),
      ...(answer !== null && answer !== '' && { answer }),
    })),
  };
}
