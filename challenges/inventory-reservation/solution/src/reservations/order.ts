import { z } from 'zod';
import { ApiError } from '../http/apiError.ts';
import type { Item } from '../parts/stock.ts';

const Order = z.object({
  jobId: z.string().min(1).max(100),
  items: z
    .array(z.object({ partId: z.string(), quantity: z.int().min(1).max(1000) }))
    .min(1)
    .max(20),
});
export type Order = z.infer<typeof Order>;

/** @throws {ApiError} validation_failed, naming the first field that is wrong. */
export function parseOrder(body: unknown): Order {
  const result = Order.safeParse(body);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.') || 'body';
  throw new ApiError('validation_failed', `The field ${field} makes no sense.`, { field });
}

/** Each part once, sorted by id. */
export function addUp(items: Item[]): Item[] {
  const quantities = new Map<string, number>();
  for (const { partId, quantity } of items) {
    quantities.set(partId, (quantities.get(partId) ?? 0) + quantity);
  }
  return [...quantities]
    .map(([partId, quantity]) => ({ partId, quantity }))
    .toSorted((one, other) => (one.partId < other.partId ? -1 : 1));
}
