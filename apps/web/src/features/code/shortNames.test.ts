import { expect, it } from '@jest/globals';
import { shortNames } from './shortNames.ts';

it('shows the folder only where two open files share a name', () => {
  expect([
    ...shortNames(['src/index.ts', 'src/orders/index.ts', 'index.ts', 'src/app.ts']).values(),
  ]).toEqual(['index.ts (src)', 'index.ts (src/orders)', 'index.ts', 'app.ts']);
});
