import { expect, it } from '@jest/globals';
import { rankPaths } from './rankPaths.ts';

const paths = ['README.md', 'src/app.ts', 'src/orders/orderStore.ts', 'src/orders/ordersRouter.ts'];

it('shows everything before anything is typed', () => {
  expect(rankPaths(paths, '')).toEqual(paths);
});

it('prefers the name of a file to its folder, and letters together to letters apart', () => {
  expect(rankPaths(paths, 'store')).toEqual(['src/orders/orderStore.ts']);
  expect(rankPaths(paths, 'ordersr')[0]).toBe('src/orders/ordersRouter.ts');
  expect(rankPaths(paths, 'osto')).toEqual(['src/orders/orderStore.ts']);
});

it('leaves out what does not fit', () => {
  expect(rankPaths(paths, 'xyz')).toEqual([]);
});
