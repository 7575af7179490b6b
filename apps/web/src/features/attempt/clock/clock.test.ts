import { describe, expect, it } from '@jest/globals';
import { formatRemaining } from './formatRemaining.ts';

const minute = 60_000;

describe('the clock', () => {
  it.each([
    [105 * minute, '1 h 45 min'],
    [120 * minute, '2 h'],
    [90 * minute, '90 min'],
    [47 * minute, '47 min'],
    [46 * minute + 1, '47 min'],
    [10 * minute + 1, '11 min'],
    [10 * minute, '10:00'],
    [61_000, '1:01'],
    [999, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
  ])('shows %d ms as %s', (ms, shown) => {
    expect(formatRemaining(ms)).toBe(shown);
  });
});
