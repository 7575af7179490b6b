import { describe, expect, it } from '@jest/globals';
import { announceRemaining } from './announceRemaining.ts';
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

describe('the announcement of the time', () => {
  it.each([
    [10 * minute + 500, 10 * minute - 500, '10 minutes left.'],
    [5 * minute + 500, 5 * minute, '5 minutes left.'],
    [minute + 1, minute, 'One minute left.'],
    [500, -500, 'Time is over. Your work is being handed in.'],
  ])('between %d and %d ms says: %s', (before, now, said) => {
    expect(announceRemaining(before, now)).toBe(said);
  });

  it('is silent between the marks', () => {
    expect(announceRemaining(9 * minute, 8 * minute)).toBeUndefined();
    expect(announceRemaining(-1_000, -2_000)).toBeUndefined();
  });

  it('says only the last of several marks that passed while the laptop slept', () => {
    expect(announceRemaining(30 * minute, 3 * minute)).toBe('5 minutes left.');
  });
});
