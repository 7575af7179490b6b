import { expect, it } from '@jest/globals';
import { Speaking } from './Speaking.ts';

it('shows who speaks, through the pauses between words, and forgets who has left', () => {
  const speaking = new Speaking();
  const hear = (level: number, now: number) => [...speaking.hear(new Map([['a', level]]), now)];
  expect(hear(0.001, 0)).toEqual([]);
  expect(hear(0.2, 100)).toEqual(['a']);
  expect(hear(0.012, 600)).toEqual(['a']);
  expect(hear(0, 1_100)).toEqual(['a']);
  expect(hear(0, 1_300)).toEqual([]);
  expect(hear(0.012, 1_400)).toEqual([]);
  expect(hear(0.2, 1_500)).toEqual(['a']);
  expect([...speaking.hear(new Map(), 1_600)]).toEqual([]);
});
