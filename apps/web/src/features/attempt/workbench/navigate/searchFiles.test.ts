import { expect, it } from '@jest/globals';
import { maxMatches, searchFiles } from './searchFiles.ts';

const files = [
  { path: 'src/a.ts', text: 'const total = 1;\nexport { total };\n' },
  { path: 'src/b.ts', text: '// Total\nimport { total } from "./a.ts";\n' },
];
const places = (query: string) =>
  searchFiles(files, query).map(({ path, line, column }) => `${path}:${line}:${column}`);

it('finds a text in every file, whatever its case', () => {
  expect(places('total')).toEqual([
    'src/a.ts:1:7',
    'src/a.ts:2:10',
    'src/b.ts:1:4',
    'src/b.ts:2:10',
  ]);
});

it('minds the case of a query that has upper-case letters', () => {
  expect(places('Total')).toEqual(['src/b.ts:1:4']);
});

it('looks for text, not for a pattern, and for nothing at first', () => {
  expect(places('{ total }')).toEqual(['src/a.ts:2:8', 'src/b.ts:2:8']);
  expect(places('.*')).toEqual([]);
  expect(places('')).toEqual([]);
});

it('stops where nobody would read on', () => {
  expect(searchFiles([{ path: 'x', text: 'a\n'.repeat(2_000) }], 'a')).toHaveLength(maxMatches);
});
