import { ApiError } from '../http/apiError.ts';
import type { Order } from './order.ts';

const rememberedMs = 24 * 60 * 60 * 1000;

type Remembered = { content: string; order: Order; forgetAt: number };

/** The orders that were placed with an idempotency key. */
export class RememberedOrders {
  /** By customer and key, in the order in which they will be forgotten. */
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
      return { order: earlier.order, replayed: true };
    }

    const order = await place();
    this.#remembered.set(id, { content, order, forgetAt: Date.now() + rememberedMs });
    return { order, replayed: false };
  }

  #forgetExpired(): void {
    const now = Date.now();
    for (const [id, { forgetAt }] of this.#remembered) {
      if (forgetAt > now) return;
      this.#remembered.delete(id);
    }
  }
}
