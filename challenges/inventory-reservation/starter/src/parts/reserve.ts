import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { findPart } from './findPart.ts';

type Order = { jobId: string; items: { partId: string; quantity: number }[] };

export async function reserve(pool: Pool, { jobId, items }: Order) {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + 15 * 60 * 1000);
  await pool.query(`INSERT INTO reservations VALUES ($1, $2, 'held', $3)`, [id, jobId, expiresAt]);
  for (const { partId, quantity } of items) {
    const { available } = await findPart(pool, partId);
    if (available < quantity) return undefined;
    await pool.query('INSERT INTO reservation_items VALUES ($1, $2, $3)', [id, partId, quantity]);
  }
  return { id, jobId, status: 'held', expiresAt, items };
}
