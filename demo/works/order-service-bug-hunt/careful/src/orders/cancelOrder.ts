import { freePlace } from '../kitchenSystem.ts';
import type { Order } from './order.ts';
import type { Service } from './orderRoutes.ts';

export async function cancelOrder(
  { orders, wallets, mailer }: Service,
  order: Order,
): Promise<Order> {
  if (order.status === 'cancelled') return order;
  // Marked first: a second cancel that arrives while the kitchen answers returns above.
  order.status = 'cancelled';

  await freePlace(order.date, order.meal);
  wallets.setBalance(order.family, wallets.balanceOf(order.family) + order.priceCents);
  mailer.send(orders.emailOf(order.id), `order ${order.id} cancelled`);
  return order;
}
