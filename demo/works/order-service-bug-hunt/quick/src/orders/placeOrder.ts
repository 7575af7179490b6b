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

  const balance = wallets.balanceOf(family);
  if (balance < priceCents) {
    throw new ApiError('insufficient_balance', 'Please top up the wallet.');
  }
  if (!(await takePlace(date, meal.name))) {
    throw new ApiError('sold_out', `There is no ${meal.name} left.`);
  }
  wallets.setBalance(family, balance - priceCents);

  const notes = [...meal.notes];
  notes.push(...input.notes);
  const order: Order = {
    id: orders.newId(),
    family,
    child,
    date,
    meal: meal.name,
    notes,
    priceCents,
    status: 'placed',
  };
  orders.add(order, input.email);
  mailer.send(input.email, `order ${order.id} placed`);
  return order;
}
