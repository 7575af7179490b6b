import { expect, it } from '@jest/globals';
import { compareLines } from './compareLines.ts';

const marked = (lines: { text: string; differs: boolean }[]) =>
  lines.map(({ text, differs }) => (differs ? `! ${text}` : text));

it('marks the lines that only one side has', () => {
  const { expected, received } = compareLines(
    '{\n  "a": 1,\n  "b": 2,\n}',
    '{\n  "a": 1,\n  "b": 3,\n  "c": 4,\n}',
  );
  expect(marked(expected)).toEqual(['{', '  "a": 1,', '!   "b": 2,', '}']);
  expect(marked(received)).toEqual(['{', '  "a": 1,', '!   "b": 3,', '!   "c": 4,', '}']);
});

it('marks nothing of what is the same, and everything of what is not', () => {
  expect(marked(compareLines('200', '200').expected)).toEqual(['200']);
  expect(marked(compareLines('200', '404').received)).toEqual(['! 404']);
});
