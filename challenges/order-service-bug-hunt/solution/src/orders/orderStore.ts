import type { Order } from './order.ts';

/** All orders, oldest first, with where to send mails about them. */
export class OrderStore {
  readonly #orders = new Map<string, Order>();
  readonly #emails = new Map<string, string | undefined>();
  #lastId = 0;

  newId(): string {
    this.#lastId += 1;
    return `o-${this.#lastId}`;
  }

  add(order: Order, email: string | undefined): void {
    this.#orders.set(order.id, order);
    this.#emails.set(order.id, email);
  }

  find(id: string): Order | undefined {
    return this.#orders.get(id);
  }

  emailOf(id: string): string | undefined {
    return this.#emails.get(id);
  }

  placedOn(date: string): Order[] {
    return [...this.#orders.values()].filter(
      (order) => order.date === date && order.status === 'placed',
    );
  }
}
