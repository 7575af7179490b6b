import { expect, it } from '@jest/globals';
import { addressOf, describeDetail } from './describeAction.ts';

it('says the facts of an entry as words, also where they are lists', () => {
  const detail = {
    url: 'https://ats.example',
    paused: true,
    events: ['a.b', 'c.d'],
    kept: { n: 1 },
  };
  expect(describeDetail(detail)).toBe(
    'url: https://ats.example, paused: true, events: a.b c.d, kept: {"n":1}',
  );
});

it('knows the page of what an entry leads to, and none of what has none', () => {
  expect(addressOf('challenge:warm-up')).toBe('/challenges/warm-up');
  expect(addressOf('member:7')).toBeUndefined();
});
