import { ApiError } from './apiError.ts';

export type Meal = {
  name: string;
  priceCents: number;
  /** What the kitchen and the parents always have to know. */
  notes: string[];
};

const menu: Meal[] = [
  { name: 'pasta', priceCents: 490, notes: ['contains gluten'] },
  { name: 'soup', priceCents: 320, notes: [] },
  { name: 'curry', priceCents: 550, notes: ['spicy', 'contains nuts'] },
  { name: 'salad', priceCents: 290, notes: [] },
];

export function findMeal(name: string): Meal {
  const meal = menu.find((one) => one.name === name);
  if (!meal) throw new ApiError('not_found', `We do not cook ${name}.`);
  // A copy, so that nobody changes the menu.
  return { ...meal };
}
