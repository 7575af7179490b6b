import { expect, it } from '@jest/globals';
import { listChanges } from './listChanges.ts';

it('lists what came, went and changed, and nothing else', () => {
  const changes = listChanges({ a: '1', b: '1', c: '1' }, { b: '2', c: '1', d: '1' });
  expect(changes).toEqual([
    { path: 'a', kind: 'removed' },
    { path: 'b', kind: 'changed' },
    { path: 'd', kind: 'new' },
  ]);
});
