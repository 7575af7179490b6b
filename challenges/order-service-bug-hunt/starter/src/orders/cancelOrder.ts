import { freePlace } from '../kitchenSystem.ts';
import type { Order } from './order.ts';
import type { Service } from './orderRoutes.ts';

export async function cancelOrder(
  { orders, wallets, mailer }: Service,
  order: Order,
): Promise<Order> {
  if (order.status === 'cancelled') return order;

  await freePlace(order.date, order.meal);
  order.status = 'cancelled';
  wallets.setBalance(order.family, wallets.balanceOf(order.family) + order.priceCents);
  mailer.send(orders.emailOf(order.id), `order ${order.id} cancelled`);
  return order;
}
