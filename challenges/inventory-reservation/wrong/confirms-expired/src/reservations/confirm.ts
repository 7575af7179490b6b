import type { Pool } from 'pg';
import { inTransaction } from '../database.ts';
import { ApiError } from '../http/apiError.ts';
import { lockParts, requireStock } from '../parts/stock.ts';
import { lockReservation, type Reservation, setStatus } from './reservation.ts';

/** Takes the parts from the shelf. Rejects when they are not held any more, or have gone from the shelf. */
export async function confirm(pool: Pool, id: string): Promise<Reservation> {
  return inTransaction(pool, async (client) => {
    const reservation = await lockReservation(client, id);
    const { items } = reservation;
    switch (reservation.status) {
      case 'confirmed':
        return reservation;
      case 'released':
        throw new ApiError('reservation_released', 'This reservation was released.');
      case 'expired':
      case 'held':
    }
    const parts = await lockParts(
      client,
      items.map(({ partId }) => partId),
    );
    requireStock(items, (partId) => parts.get(partId)?.onHand ?? 0);
    await client.query(
      `UPDATE parts SET on_hand = on_hand - quantity
       FROM reservation_items WHERE part_id = parts.id AND reservation_id = $1`,
      [id],
    );
    return setStatus(client, reservation, 'confirmed');
  });
}
