import { expect, it } from '@jest/globals';
import { formatAge, formatAgo } from './formatAge.ts';

it.each([
  [30_000, 'under a minute'],
  [5 * 60_000, '5 min'],
  [59 * 60_000, '59 min'],
  [3 * 3_600_000, '3 h'],
  [47 * 3_600_000, '47 h'],
  [48 * 3_600_000, '2 days'],
  [-12 * 86_400_000, '12 days'],
  [3_649 * 86_400_000, '9 years'],
])('says an age of %d ms as %s', (ms, said) => {
  expect(formatAge(ms)).toBe(said);
});

it('says how long ago a moment was', () => {
  expect(formatAgo(new Date(Date.now() - 3.5 * 3_600_000).toISOString())).toBe('3 h ago');
});
