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

  // Reserved before the kitchen is asked, so that a second order meanwhile sees what is left.
  if (wallets.balanceOf(family) < priceCents) {
    throw new ApiError('insufficient_balance', 'Please top up the wallet.');
  }
  wallets.setBalance(family, wallets.balanceOf(family) - priceCents);
  if (!(await takePlace(date, meal.name))) {
    wallets.setBalance(family, wallets.balanceOf(family) + priceCents);
    throw new ApiError('sold_out', `There is no ${meal.name} left.`);
  }

  const order: Order = {
    id: orders.newId(),
    family,
    child,
    date,
    meal: meal.name,
    notes: meal.notes.concat(input.notes),
    priceCents,
    status: 'placed',
  };
  orders.add(order, input.email);
  mailer.send(input.email, `order ${order.id} placed`);
  return order;
}
