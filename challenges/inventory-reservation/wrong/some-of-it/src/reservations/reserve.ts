import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../database.ts';
import { ApiError } from '../http/apiError.ts';
import { heldOf, lockParts } from '../parts/stock.ts';
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
    const available = (partId: string) =>
      (parts.get(partId)?.onHand ?? 0) - (held.get(partId) ?? 0);
    const missing = items
      .map(({ partId, quantity }) => ({
        partId,
        requested: quantity,
        available: available(partId),
      }))
      .filter((item) => item.available < item.requested);

    const { rows } = await client.query<{ id: string; expiresAt: Date }>(
      `INSERT INTO reservations (id, job_id, status, expires_at)
       VALUES ($1, $2, 'held', now() + interval '15 minutes')
       RETURNING id, expires_at AS "expiresAt"`,
      [randomUUID(), order.jobId],
    );
    const [{ id, expiresAt }] = rows as [{ id: string; expiresAt: Date }];
    await client.query(
      `INSERT INTO reservation_items (reservation_id, part_id, quantity)
       SELECT $1, * FROM unnest($2::text[], $3::integer[]) AS wanted (part_id, quantity)
       WHERE part_id <> ALL ($4)`,
      [id, ids, items.map(({ quantity }) => quantity), missing.map(({ partId }) => partId)],
    );
    if (missing.length > 0) {
      await client.query('COMMIT');
      throw new ApiError('insufficient_stock', 'Some parts are not available.', { missing });
    }
    return { id, jobId: order.jobId, status: 'held', expiresAt, items };
  });
}
