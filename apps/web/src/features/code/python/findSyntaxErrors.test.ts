import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findSyntaxErrors } from './findSyntaxErrors.ts';

const root = join(import.meta.dirname, '../../../../../..');
const programs = ['challenges', 'packages/runtime/src/python/library'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => join(folder, name)),
);

describe('mistakes of syntax in Python', () => {
  it.each([
    ['def price(:\n    pass\n', 1],
    ["def price():\n    return {'a': 1\n", 2],
    ['for item in items\n    pass\n', 1],
    ['x = = 1\n', 1],
  ])('are found in %j', (text, line) => {
    const lines = findSyntaxErrors(text).map(({ from }) => text.slice(0, from).split('\n').length);
    expect(lines.some((found) => Math.abs(found - line) <= 1)).toBe(true);
  });

  it('are not found in what runs', () => {
    expect(programs.length).toBeGreaterThan(15);
    for (const path of programs)
      expect([path, findSyntaxErrors(readFileSync(join(root, path), 'utf8'))]).toEqual([path, []]);
    const modern =
      "match point:\n    case (x, 0) if x:\n        print(f'{x!r:>{10}}')\n    case _:\n        pass\ntype Pair[T] = tuple[T, T]\n";
    expect(findSyntaxErrors(modern)).toEqual([]);
  });
});
