import { expect, it } from '@jest/globals';
import { findNext, findPrevious, latestUntil } from './moments.ts';

const moments = [1_000, 2_000, 2_000, 9_000].map((atMs, index) => ({ atMs, index }));

it('goes from one moment to the next and back, and stays where there is no further one', () => {
  expect(findNext(moments, 0)?.atMs).toBe(1_000);
  expect(findNext(moments, 1_000)?.index).toBe(1);
  expect(findNext(moments, 2_000)?.atMs).toBe(9_000);
  expect(findNext(moments, 9_000)).toBeUndefined();
  expect(findPrevious(moments, 9_000)?.index).toBe(2);
  expect(findPrevious(moments, 1_000)).toBeUndefined();
});

it('goes further back than to what was passed just now', () => {
  expect(findPrevious(moments, 9_400)?.atMs).toBe(9_000);
  expect(findPrevious(moments, 9_400, 500)?.atMs).toBe(2_000);
});

it('knows what was the last one at any moment', () => {
  expect(latestUntil(moments, 999)).toBeUndefined();
  expect(latestUntil(moments, 2_000)?.index).toBe(2);
  expect(latestUntil(moments, Infinity)?.index).toBe(3);
});
