import type { ListQuery } from './listQuery.ts';
import type { Order } from './order.ts';

export type Page = {
  orders: Order[];
  /** The position of the last order, when more follow. */
  next: number | undefined;
};

/** The orders of all customers, in memory. A customer's orders keep their position for ever. */
export class OrderStore {
  readonly #ordersOf = new Map<string, Order[]>();
  readonly #positionOf = new Map<string, { customerId: string; position: number }>();

  add(customerId: string, order: Order): void {
    const orders = this.#ordersOf.get(customerId) ?? [];
    this.#positionOf.set(order.id, { customerId, position: orders.length });
    orders.push(order);
    this.#ordersOf.set(customerId, orders);
  }

  find(customerId: string, id: string): Order | undefined {
    const place = this.#positionOf.get(id);
    return place?.customerId === customerId
      ? this.#ordersOf.get(customerId)?.[place.position]
      : undefined;
  }

  replace(order: Order): void {
    const place = this.#positionOf.get(order.id);
    const orders = place && this.#ordersOf.get(place.customerId);
    if (orders) orders[place.position] = order;
  }

  /** Newest first, from just before the position `cursor`. */
  list(customerId: string, { limit, cursor, status }: ListQuery): Page {
    const all = this.#ordersOf.get(customerId) ?? [];
    const orders: Order[] = [];
    let last = 0;
    for (
      let position = Math.min(cursor ?? all.length, all.length) - 1;
      position >= 0;
      position -= 1
    ) {
      const order = all[position];
      if (!order || (status && order.status !== status)) continue;
      if (orders.length === limit) return { orders, next: last };
      orders.push(order);
      last = position;
    }
    return { orders, next: undefined };
  }
}
