import type { Order } from './order.ts';

export class OrderStore {
  readonly #orders: Order[] = [];

  add(order: Order): void {
    this.#orders.push(order);
  }

  find(id: string): Order | undefined {
    return this.#orders.find((order) => order.id === id);
  }

  newestFirst(): Order[] {
    return this.#orders.toReversed();
  }
}
