import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../database.ts';
import { ApiError } from '../http/apiError.ts';
import { heldOf, lockParts, requireStock } from '../parts/stock.ts';
import { addUp, type Order } from './order.ts';
import type { Reservation } from './reservation.ts';

/** Holds all that is ordered. Rejects with validation_failed or insufficient_stock, and holds nothing. */
export async function reserve(pool: Pool, order: Order): Promise<Reservation> {
  const items = addUp(order.items);
  const ids = items.map(({ partId }) => partId);

  return inTransaction(pool, async (client) => {
    const parts = await lockParts(client, ids);
    const unknown = order.items.findIndex(({ partId }) => !parts.has(partId));
    if (unknown >= 0) {
      const field = `items.${unknown}.partId`;
      throw new ApiError('validation_failed', 'We do not have this part.', { field });
    }
    // A statement of its own, after the lock: it has to see what was promised while we waited.
    const held = await heldOf(client, ids);
    requireStock(items, (id) => (parts.get(id)?.onHand ?? 0) - (held.get(id) ?? 0));

    const { rows } = await client.query<{ id: string; expiresAt: Date }>(
      `INSERT INTO reservations (id, job_id, status, expires_at)
       VALUES ($1, $2, 'held', now() + interval '15 minutes')
       RETURNING id, expires_at AS "expiresAt"`,
      [randomUUID(), order.jobId],
    );
    const [{ id, expiresAt }] = rows as [{ id: string; expiresAt: Date }];
    for (const { partId, quantity } of items) {
      await client.query('INSERT INTO reservation_items VALUES ($1, $2, $3)', [
        id,
        partId,
        quantity,
      ]);
    }
    return { id, jobId: order.jobId, status: 'held', expiresAt, items };
  });
}
