import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findFreePlace } from './findFreePlace.ts';

const size = { width: 160, height: 80 };
/** Wide enough for five. */
const within = 1_100;

describe('a free place on the board', () => {
  it('is where one looks, when nothing is there', () => {
    expect(findFreePlace(size, { x: 10, y: 20 }, { within: 900, taken: [] })).toEqual({
      x: 10,
      y: 20,
    });
  });

  it('is to the right of what is there, then below, without covering anything', () => {
    const taken: { x: number; y: number; width: number; height: number }[] = [];
    for (let count = 0; count < 12; count += 1)
      taken.push({ ...size, ...findFreePlace(size, { x: 0, y: 0 }, { within, taken }) });
    expect(new Set(taken.map(({ x, y }) => `${x},${y}`)).size).toBe(12);
    expect(taken[1]).toMatchObject({ x: 220, y: 0 });
    expect(taken[5]).toMatchObject({ x: 0, y: 140 });
  });

  it('is found whatever lies on the board', () => {
    const number = fc.integer({ min: -5_000, max: 5_000 });
    const length = fc.integer({ min: 0, max: 20_000 });
    const box = fc.record({ x: number, y: number, width: length, height: length });
    fc.assert(
      fc.property(fc.array(box), (taken) => {
        const { x, y } = findFreePlace(size, { x: 0, y: 0 }, { within, taken });
        expect(Number.isFinite(x + y)).toBe(true);
      }),
    );
  });
});
