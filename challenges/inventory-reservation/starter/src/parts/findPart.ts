import type { Pool } from 'pg';

export async function findPart(pool: Pool, id: string) {
  const part = await pool.query('SELECT id, name, on_hand FROM parts WHERE id = $1', [id]);
  const items = await pool.query(
    `SELECT quantity FROM reservation_items
     JOIN reservations ON reservations.id = reservation_id
     WHERE part_id = $1 AND status = 'held'`,
    [id],
  );
  const { name, on_hand: onHand } = part.rows[0];
  const held = items.rows.reduce((sum, item) => sum + item.quantity, 0);
  return { id, name, onHand, held, available: onHand - held };
}
