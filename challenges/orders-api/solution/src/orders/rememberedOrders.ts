import { ApiError } from '../http/apiError.ts';
import type { Order } from './order.ts';

const rememberedMs = 24 * 60 * 60 * 1000;

type Remembered = { content: string; order: Promise<Order>; forgetAt: number };

/**
 * The orders that were placed with an idempotency key.
 * A key is taken as soon as its request arrives, so that a second one waits for the first;
 * it is given back when the request fails.
 */
export class RememberedOrders {
  /** By customer and key. Those that succeeded stand in the order in which they will be forgotten. */
  readonly #remembered = new Map<string, Remembered>();

  /** Places the order, or returns the one that was placed with this key. Throws idempotency_key_reused. */
  async placeOnce(
    customerId: string,
    key: string,
    content: string,
    place: () => Promise<Order>,
  ): Promise<{ order: Order; replayed: boolean }> {
    this.#forgetExpired();
    const id = JSON.stringify([customerId, key]);
    const earlier = this.#remembered.get(id);
    if (earlier) {
      if (earlier.content !== content) {
        throw new ApiError('idempotency_key_reused', 'This key was used for another order.');
      }
      return { order: await earlier.order, replayed: true };
    }

    const entry = { content, order: place(), forgetAt: Number.POSITIVE_INFINITY };
    this.#remembered.set(id, entry);
    try {
      const order = await entry.order;
      entry.forgetAt = Date.now() + rememberedMs;
      this.#remembered.delete(id);
      this.#remembered.set(id, entry);
      return { order, replayed: false };
    } catch (error) {
      this.#remembered.delete(id);
      throw error;
    }
  }

  #forgetExpired(): void {
    const now = Date.now();
    for (const [id, { forgetAt }] of this.#remembered) {
      if (forgetAt === Number.POSITIVE_INFINITY) continue;
      if (forgetAt > now) return;
      this.#remembered.delete(id);
    }
  }
}
