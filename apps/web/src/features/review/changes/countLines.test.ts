import { expect, it } from '@jest/globals';
import { countLines } from './countLines.ts';

it('counts lines that came and went, and none of those that stayed', () => {
  const text = (lines: string) => lines.split('').join('\n');
  expect(countLines('', text('abc'))).toEqual({ added: 3, removed: 0 });
  expect(countLines(text('abc'), '')).toEqual({ added: 0, removed: 3 });
  expect(countLines(text('abcdef'), text('abXdeYf'))).toEqual({ added: 2, removed: 1 });
  // The example of Myers' paper: an edit of five.
  expect(countLines(text('abcabba'), text('cbabac'))).toEqual({ added: 2, removed: 3 });
  expect(countLines('a\nb\n', 'a\nb')).toEqual({ added: 0, removed: 0 });
});

it('gives up on telling apart what shares nothing, and still counts it', () => {
  const lines = (mark: string) => Array.from({ length: 5_000 }, (_, at) => `${mark}${at}`);
  expect(countLines(lines('a').join('\n'), lines('b').join('\n'))).toEqual({
    added: 5_000,
    removed: 5_000,
  });
});
