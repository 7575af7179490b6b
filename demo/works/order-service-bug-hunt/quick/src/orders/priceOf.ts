import type { Meal } from '../menu.ts';
import type { Order, OrderInput } from './order.ts';

const siblingDiscount = 0.15;

/** The price in cents; less for further children of a family on the same day. */
export function priceOf(meal: Meal, { family, child }: OrderInput, sameDay: Order[]): number {
  const hasSibling = sameDay.some((order) => order.family === family && order.child !== child);
  return hasSibling ? Math.round(meal.priceCents * (1 - siblingDiscount)) : meal.priceCents;
}
