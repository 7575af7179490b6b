import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { ApiError } from '../http/apiError.ts';
import { isLiving, type Item } from '../parts/stock.ts';

export type Reservation = {
  id: string;
  jobId: string;
  status: 'held' | 'confirmed' | 'released' | 'expired';
  expiresAt: Date;
  items: Item[];
};

/** @throws {ApiError} not_found. */
export function findReservation(pool: Pool, id: string): Promise<Reservation> {
  return read(pool, id, '');
}

/** The same, and nobody else changes it until the end of the transaction. */
export function lockReservation(client: PoolClient, id: string): Promise<Reservation> {
  return read(client, id, 'FOR UPDATE');
}

async function read(
  db: Pool | PoolClient,
  id: string,
  lock: '' | 'FOR UPDATE',
): Promise<Reservation> {
  const { rows } = z.uuid().safeParse(id).success
    ? await db.query<Reservation>(
        `SELECT id, job_id AS "jobId", expires_at AS "expiresAt",
           CASE WHEN status <> 'held' OR ${isLiving} THEN status ELSE 'expired' END AS status,
           (SELECT json_agg(json_build_object('partId', part_id, 'quantity', quantity)
              ORDER BY part_id COLLATE "C")
            FROM reservation_items WHERE reservation_id = id) AS items
         FROM reservations WHERE id = $1 ${lock}`,
        [id],
      )
    : { rows: [] };
  const [reservation] = rows;
  if (!reservation) throw new ApiError('not_found', 'There is no such reservation.');
  return reservation;
}

export async function setStatus(
  client: PoolClient,
  reservation: Reservation,
  status: 'confirmed' | 'released',
): Promise<Reservation> {
  await client.query('UPDATE reservations SET status = $2 WHERE id = $1', [reservation.id, status]);
  return { ...reservation, status };
}
