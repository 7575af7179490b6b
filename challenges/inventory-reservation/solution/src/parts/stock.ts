import type { Pool, PoolClient } from 'pg';
import { ApiError, type Missing } from '../http/apiError.ts';

export type Item = { partId: string; quantity: number };
type Part = { id: string; name: string; onHand: number };

/** The only place that says which reservations hold parts, in the database's clock. */
export const isLiving = `status = 'held' AND expires_at > now()`;

/**
 * Locks parts until the end of the transaction, so that nobody else promises or takes them. Everybody locks in
 * the order of ids: two that want the same parts wait for one another and never both.
 */
export async function lockParts(client: PoolClient, ids: string[]): Promise<Map<string, Part>> {
  const { rows } = await client.query<Part>(
    `SELECT id, name, on_hand AS "onHand" FROM parts WHERE id = ANY ($1) ORDER BY id FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((part) => [part.id, part]));
}

/** How many of each part are held. To be relied on, the parts have to be locked before. */
export async function heldOf(db: Pool | PoolClient, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ partId: string; held: number }>(
    `SELECT part_id AS "partId", sum(quantity)::integer AS held
     FROM reservation_items JOIN reservations ON reservations.id = reservation_id
     WHERE part_id = ANY ($1) AND ${isLiving}
     GROUP BY part_id`,
    [ids],
  );
  return new Map(rows.map(({ partId, held }) => [partId, held]));
}

/** @throws {ApiError} insufficient_stock, naming every part of which less than wanted is available. */
export function requireStock(items: Item[], availableOf: (partId: string) => number): void {
  const missing: Missing[] = items
    .map(({ partId, quantity }) => ({
      partId,
      requested: quantity,
      available: Math.max(0, availableOf(partId)),
    }))
    .filter(({ requested, available }) => available < requested);
  if (missing.length > 0)
    throw new ApiError('insufficient_stock', 'Some parts are not available.', { missing });
}

/** @throws {ApiError} not_found. */
export async function findPart(pool: Pool, id: string) {
  const { rows } = await pool.query<Part>(
    'SELECT id, name, on_hand AS "onHand" FROM parts WHERE id = $1',
    [id],
  );
  const [part] = rows;
  if (!part) throw new ApiError('not_found', 'We do not have this part.');
  const held = (await heldOf(pool, [id])).get(id) ?? 0;
  return { ...part, held, available: Math.max(0, part.onHand - held) };
}
