import type { Pool } from 'pg';
import { inTransaction } from '../database.ts';
import { ApiError } from '../http/apiError.ts';
import { lockReservation, type Reservation, setStatus } from './reservation.ts';

/** Gives the parts back. Rejects when they have been taken from the shelf. */
export async function release(pool: Pool, id: string): Promise<Reservation> {
  return inTransaction(pool, async (client) => {
    const reservation = await lockReservation(client, id);
    if (reservation.status === 'confirmed')
      throw new ApiError('reservation_confirmed', 'The parts were taken from the shelf.');
    return reservation.status === 'held' ? setStatus(client, reservation, 'released') : reservation;
  });
}
