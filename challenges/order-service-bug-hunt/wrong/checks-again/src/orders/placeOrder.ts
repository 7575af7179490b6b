import { ApiError } from '../apiError.ts';
import { takePlace } from '../kitchenSystem.ts';
import { findMeal } from '../menu.ts';
import type { Order, OrderInput } from './order.ts';
import type { Service } from './orderRoutes.ts';
import { priceOf } from './priceOf.ts';

export async function placeOrder(
  { orders, wallets, mailer }: Service,
  input: OrderInput,
): Promise<Order> {
  const { family, child, date } = input;
  const meal = findMeal(input.meal);
  const priceCents = priceOf(meal, input, orders.placedOn(date));

  const poor = () => new ApiError('insufficient_balance', 'Please top up the wallet.');
  if (wallets.balanceOf(family) < priceCents) throw poor();
  if (!(await takePlace(date, meal.name))) {
    throw new ApiError('sold_out', `There is no ${meal.name} left.`);
  }
  if (!wallets.take(family, priceCents)) wallets.add(family, -priceCents);

  const order: Order = {
    id: orders.newId(),
    family,
    child,
    date,
    meal: meal.name,
    notes: [...meal.notes, ...input.notes],
    priceCents,
    status: 'placed',
  };
  orders.add(order, input.email);
  mailer.send(input.email, `order ${order.id} placed`);
  return order;
}
