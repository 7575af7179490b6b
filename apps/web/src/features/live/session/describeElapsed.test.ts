import { expect, it } from '@jest/globals';
import { describeElapsed } from './describeElapsed.ts';

it('says how long a session has gone on, and when it is over its time', () => {
  expect(describeElapsed(undefined, 60)).toEqual({ text: '60 min planned', over: false });
  expect(describeElapsed(-400, 60)).toEqual({ text: '0:00 of 60 min', over: false });
  expect(describeElapsed(754_000, 60)).toEqual({ text: '12:34 of 60 min', over: false });
  expect(describeElapsed(60 * 60_000 + 59_000, 60).over).toBe(false);
  expect(describeElapsed(64 * 60_000, 60)).toEqual({ text: '64:00, 4 min over', over: true });
});
