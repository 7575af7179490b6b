import { expect, it } from '@jest/globals';
import { fileRows } from './fileRows.ts';

it('lists folders before files, each by name, indented', () => {
  const rows = fileRows([
    'package.json',
    'src/index.ts',
    'src/orders/store.ts',
    'src/app.ts',
    'srcs.ts',
  ]);
  expect(
    rows.map(({ kind, path, name, depth }) => `${'  '.repeat(depth)}${name} ${kind} ${path}`),
  ).toEqual([
    'src folder src',
    '  orders folder src/orders',
    '    store.ts file src/orders/store.ts',
    '  app.ts file src/app.ts',
    '  index.ts file src/index.ts',
    'package.json file package.json',
    'srcs.ts file srcs.ts',
  ]);
});

it('hides what is in a closed folder', () => {
  const rows = fileRows(['src/orders/store.ts', 'src/app.ts'], new Set(['src/orders']));
  expect(rows.map(({ path }) => path)).toEqual(['src', 'src/orders', 'src/app.ts']);
});
