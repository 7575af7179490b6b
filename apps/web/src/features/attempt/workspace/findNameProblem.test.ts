import { describe, expect, it } from '@jest/globals';
import { findNameProblem } from './findNameProblem.ts';

const existing = ['src/index.ts', 'src/orders/store.ts', 'package.json'];

describe('the name of a new file', () => {
  it('may be anything that is free', () => {
    expect(findNameProblem('src/orders/total.ts', existing)).toBeUndefined();
  });

  it.each([
    ['', 'A file needs a name.'],
    ['../x', 'A file name may not contain . or .. as a folder.'],
    ['src/index.ts', 'There is a file of this name already.'],
    ['SRC/index.ts', 'src/index.ts differs only in upper and lower case.'],
    ['src/orders', 'There is a folder of this name.'],
    ['package.json/x', 'package.json is a file, not a folder.'],
  ])('is not %j: %s', (path, problem) => {
    expect(findNameProblem(path, existing)).toBe(problem);
  });

  it('is refused when the workspace is full', () => {
    const full = Array.from({ length: 200 }, (_, index) => `file${index}.ts`);
    expect(findNameProblem('one-more.ts', full)).toBe('A workspace holds at most 200 files.');
  });
});
