import { freePlace } from '../kitchenSystem.ts';
import type { Order } from './order.ts';
import type { Service } from './orderRoutes.ts';

export async function cancelOrder(
  { orders, wallets, mailer }: Service,
  order: Order,
): Promise<Order> {
  if (order.status === 'cancelled') return order;

  // Before anything is waited for: whoever asks meanwhile finds it cancelled.
  order.status = 'cancelled';
  wallets.add(order.family, order.priceCents);
  await freePlace(order.date, order.meal);
  mailer.send(orders.emailOf(order.id), `order ${order.id} cancelled`);
  return order;
}
