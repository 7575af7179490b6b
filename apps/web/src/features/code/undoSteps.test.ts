import { expect, it } from '@jest/globals';
import { type Edit, undoSteps } from './undoSteps.ts';

/** The edits that begin a step, by index. */
function steps(edits: Edit[]): number[] {
  const beginsStep = undoSteps();
  return edits.flatMap((edit, index) => (beginsStep(edit) ? [index] : []));
}

function typing(text: string, from = 0): Edit[] {
  return text.split('').map((inserted, index) => ({ start: from + index, removed: 0, inserted }));
}

it('takes a word back at once, and the word before it with the next step', () => {
  expect(steps(typing('const total'))).toEqual([0, 6]);
});

it('begins a step with every new line', () => {
  expect(steps(typing('ab\ncd'))).toEqual([0, 2, 3]);
});

it('begins a step with a paste, and with the typing after a jump', () => {
  const paste = { start: 3, removed: 0, inserted: 'pasted text' };
  expect(steps([...typing('abc'), paste, ...typing('z', 200)])).toEqual([0, 3, 4]);
});

it('begins a step where typing turns to deleting and back', () => {
  const backspace = [
    { start: 2, removed: 1, inserted: '' },
    { start: 1, removed: 1, inserted: '' },
  ];
  expect(steps([...typing('abc'), ...backspace, ...typing('x', 1)])).toEqual([0, 3, 5]);
});
