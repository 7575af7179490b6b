import type { Meal } from '../menu.ts';
import type { Order, OrderInput } from './order.ts';

const siblingDiscountPercent = 15;

/** The price in cents; less for further children of a family on the same day. */
export function priceOf(meal: Meal, { family, child }: OrderInput, sameDay: Order[]): number {
  const hasSibling = sameDay.some((order) => order.family === family && order.child !== child);
  if (!hasSibling) return meal.priceCents;
  // In whole numbers: 490 * 0.85 is not 416.5 in floating point.
  return Math.floor((meal.priceCents * (100 - siblingDiscountPercent) + 50) / 100);
}
