import type { Pool } from 'pg';
import type { ReportedCustomer } from './customerReport.ts';

/** The product of which these orders contain the most units. */
export async function topProduct(
  pool: Pool,
  orderIds: number[],
): Promise<ReportedCustomer['topProduct']> {
  const { rows } = await pool.query(
    `SELECT p.id, p.name, sum(i.quantity)::integer AS quantity
     FROM order_items i JOIN products p ON p.id = i.product_id
     WHERE i.order_id = ANY ($1)
     GROUP BY p.id
     ORDER BY quantity DESC, p.id`,
    [orderIds],
  );
  return rows[0] ?? null;
}
