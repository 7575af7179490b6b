import { ApiError } from '../http/apiError.ts';
import type { Order } from './order.ts';
import type { OrderStore } from './orderStore.ts';

const cancellableMs = 30 * 60 * 1000;

/** Cancels the order, or does nothing when it is cancelled. Throws cancellation_closed when it is too late. */
export function cancelOrder(store: OrderStore, order: Order): Order {
  if (order.status === 'cancelled') return order;
  if (Date.now() >= Date.parse(order.createdAt) + cancellableMs) {
    throw new ApiError('cancellation_closed', 'An order can be cancelled in its first 30 minutes.');
  }
  const cancelled: Order = { ...order, status: 'cancelled' };
  store.replace(cancelled);
  return cancelled;
}
