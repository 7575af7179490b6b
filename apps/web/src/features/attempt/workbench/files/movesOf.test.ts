import { expect, it } from '@jest/globals';
import { findMoveProblem } from './findMoveProblem.ts';
import { movesOf } from './movesOf.ts';

const paths = ['src/app.ts', 'src/orders/a.ts', 'src/orders/deep/b.ts', 'src/ordersOld.ts'];

it('moves a file, or everything in a folder', () => {
  expect(movesOf(paths, 'src/app.ts', 'src/main.ts')).toEqual([
    { from: 'src/app.ts', to: 'src/main.ts' },
  ]);
  expect(movesOf(paths, 'src/orders', 'orders')).toEqual([
    { from: 'src/orders/a.ts', to: 'orders/a.ts' },
    { from: 'src/orders/deep/b.ts', to: 'orders/deep/b.ts' },
  ]);
});

it.each([
  ['src/orders', 'src/orders/deep', 'A folder cannot be moved into itself.'],
  ['src/orders', '../x', 'A file name may not contain . or .. as a folder.'],
  ['src/app.ts', 'src/ordersOld.ts', 'There is a file of this name already.'],
  ['src/orders/a.ts', 'src/orders', 'There is a folder of this name.'],
])('does not move %s to %s: %s', (from, to, problem) => {
  expect(findMoveProblem(paths, from, to)).toBe(problem);
});

it('lets a name change its case, and a folder take a name that its own files had', () => {
  expect(findMoveProblem(paths, 'src/app.ts', 'src/App.ts')).toBeUndefined();
  expect(findMoveProblem(paths, 'src/orders', 'src/Orders')).toBeUndefined();
});
