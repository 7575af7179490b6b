/**
 * The whole report in one statement, so that all its numbers come from one moment.
 * Parameters: $1 from, $2 to (timestamptz), $3 country or null, $4 limit, $5 offset.
 * Returns the totals on every row, and one row without a customer when the page is empty.
 */
export const customerReportSql = `
WITH counted_orders AS (
  SELECT id, customer_id, placed_at
  FROM orders
  WHERE status = 'paid' AND placed_at >= $1 AND placed_at < $2
),
reported AS (
  SELECT
    customers.id,
    customers.name,
    customers.country,
    count(DISTINCT counted_orders.id) AS orders,
    coalesce(sum(quantity::bigint * unit_price_cents), 0) AS gross_cents,
    coalesce(sum(amount_cents), 0) AS refunded_cents,
    coalesce(sum(quantity::bigint * unit_price_cents), 0) - coalesce(sum(amount_cents), 0) AS net_cents,
    max(placed_at) AS last_order_at
  FROM customers
  LEFT JOIN counted_orders ON counted_orders.customer_id = customers.id
  LEFT JOIN order_items ON order_items.order_id = counted_orders.id
  LEFT JOIN refunds ON refunds.order_id = counted_orders.id
  WHERE $3::text IS NULL OR customers.country = $3
  GROUP BY customers.id
),
totals AS (
  SELECT
    count(*) AS all_customers,
    sum(orders) AS all_orders,
    sum(gross_cents) AS all_gross_cents,
    sum(refunded_cents) AS all_refunded_cents,
    sum(net_cents) AS all_net_cents
  FROM reported
),
page AS (
  SELECT * FROM reported ORDER BY net_cents DESC, id LIMIT $4 OFFSET $5
),
top_products AS (
  SELECT DISTINCT ON (customer_id)
    customer_id,
    product_id,
    products.name AS product_name,
    sum(quantity) AS product_quantity
  FROM counted_orders
  JOIN order_items ON order_items.order_id = counted_orders.id
  JOIN products ON products.id = product_id
  WHERE customer_id IN (SELECT id FROM page)
  GROUP BY customer_id, product_id, products.name
  ORDER BY customer_id, product_quantity DESC, product_id
)
SELECT *
FROM totals
LEFT JOIN page ON true
LEFT JOIN top_products ON top_products.customer_id = page.id
ORDER BY page.net_cents DESC, page.id
`;

/** A row of the statement; bigint and numeric arrive as text. */
export type CustomerReportRow = {
  all_customers: string;
  all_orders: string | null;
  all_gross_cents: string | null;
  all_refunded_cents: string | null;
  all_net_cents: string | null;
  id: number | null;
  name: string;
  country: string;
  orders: string;
  gross_cents: string;
  refunded_cents: string;
  net_cents: string;
  last_order_at: Date | null;
  product_id: number | null;
  product_name: string;
  product_quantity: string;
};
