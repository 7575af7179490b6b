import { expect, it } from '@jest/globals';
import type { TestStatus } from '@assay/contracts/verdict';
import { failingFirst, presentTests } from './presentedTest.ts';

const test = (name: string, status: TestStatus) => ({
  name,
  suite: 'hidden' as const,
  status,
  virtualMs: 0,
  cpuMs: 1,
  queries: 0,
  console: [],
});

it('lists failing tests before the others, and keeps the order in which they ran', () => {
  const tests = presentTests([
    test('a > holds', 'passed'),
    test('a > breaks', 'failed'),
    test('b > is left out', 'skipped'),
    test('b > takes too long', 'timed_out'),
    test('b > holds too', 'passed'),
  ]);
  expect(failingFirst(tests).map(({ title }) => title)).toEqual([
    'breaks',
    'takes too long',
    'holds',
    'is left out',
    'holds too',
  ]);
});
