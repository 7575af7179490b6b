import type { ListQuery } from './listQuery.ts';
import type { Order } from './order.ts';

export type Page = {
  orders: Order[];
  /** How many orders were shown so far, when more follow. */
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

  /** Newest first, after the first `cursor` ones. */
  list(customerId: string, { limit, cursor = 0, status }: ListQuery): Page {
    const all = (this.#ordersOf.get(customerId) ?? []).toReversed();
    const matching = status ? all.filter((order) => order.status === status) : all;
    const end = cursor + limit;
    return {
      orders: matching.slice(cursor, end),
      next: end < matching.length ? end : undefined,
    };
  }
}
