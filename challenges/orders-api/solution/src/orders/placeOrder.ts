import { randomUUID } from 'node:crypto';
import { catalogue } from '../catalogue.ts';
import { authorise } from '../payments.ts';
import type { Order } from './order.ts';
import type { OrderInput } from './orderInput.ts';
import type { OrderStore } from './orderStore.ts';

/** Prices the order, authorises the payment and keeps the order. Rejects with PaymentDeclined and keeps nothing. */
export async function placeOrder(
  store: OrderStore,
  customerId: string,
  input: OrderInput,
): Promise<Order> {
  const items = input.items.map(({ sku, quantity }) => ({
    sku,
    quantity,
    unitPriceCents: catalogue[sku] ?? 0,
  }));
  const totalCents = items.reduce((sum, item) => sum + item.quantity * item.unitPriceCents, 0);
  await authorise(customerId, totalCents);

  const order: Order = {
    id: randomUUID(),
    status: 'confirmed',
    items,
    totalCents,
    note: input.note ?? null,
    createdAt: new Date().toISOString(),
  };
  store.add(customerId, order);
  return order;
}
