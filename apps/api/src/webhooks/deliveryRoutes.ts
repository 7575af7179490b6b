import type { Delivery } from '@assay/contracts/http';
import {
  type Database,
  findDelivery,
  findWebhook,
  insertDelivery,
  listDeliveries,
  lockWebhook,
  maxTries,
  recordAudit,
  replayDelivery,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { presentDelivery } from './presentWebhook.ts';

const pageSize = 25;

export const listDeliveriesRoute = routes.admin.listDeliveries.handler(
  async ({ input: { page, ...filter }, context: { services } }) => {
    if ((await findWebhook(services.db, filter.webhookId)) === undefined)
      return unwrap<never>(notFound);
    const { rows, total } = await listDeliveries(services.db, filter, page, pageSize);
    return { rows: rows.map(presentDelivery), total, page, pageSize };
  },
);

export const testWebhookRoute = routes.admin.testWebhook
  .use(asStaff)
  .handler(({ input: { webhookId }, context: { services } }) =>
    send(services, webhookId, (tx, at) =>
      insertDelivery(tx, { webhookId, kind: 'webhook.test', data: {}, at, triesLeft: 1 }),
    ),
  );

export const replayDeliveryRoute = routes.admin.replayDelivery
  .use(asStaff)
  .handler(({ input: { webhookId, deliveryId }, context: { services, member } }) =>
    send(services, webhookId, async (tx, at) => {
      const found = await findDelivery(tx, deliveryId);
      if (found?.webhookId !== webhookId) return undefined;
      // One that waits is only brought forward.
      const triesLeft = found.state === 'waiting' ? found.triesLeft : maxTries;
      await replayDelivery(tx, deliveryId, { at, triesLeft });
      await recordAudit(tx, {
        at,
        actor: `staff:${member.id}`,
        action: 'webhook.replayed',
        subject: `webhook:${webhookId}`,
        detail: { deliveryId },
      });
      return deliveryId;
    }),
  );

/** Has a message of a webhook sent that is on; `work` answers its id, or nothing where there is none. */
async function send(
  { db, now }: Services,
  webhookId: string,
  work: (tx: Database, at: Date) => Promise<string | undefined>,
): Promise<Delivery> {
  const sent = await db.transaction(
    async (tx): Promise<{ ok: true; delivery: Delivery } | Refusal> => {
      const webhook = await lockWebhook(tx, webhookId);
      if (webhook === undefined) return notFound;
      if (webhook.pausedAt !== null) return paused;
      const id = await work(tx, now());
      if (id === undefined) return notFound;
      const { rows } = await listDeliveries(tx, { webhookId, id }, 1, 1);
      const [row] = rows;
      return row === undefined ? notFound : { ok: true, delivery: presentDelivery(row) };
    },
  );
  return unwrap(sent).delivery;
}

const paused = refusal('PAUSED', 409, 'This webhook is paused. Let it go on first.');
