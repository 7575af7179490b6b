import { expect, it } from '@jest/globals';
import { countActivity, Timeline } from '@assay/workspace/replay';
import { changesOf, placeOfAction } from './followed.ts';

const change = (atMs: number, author: string, path: string) => ({
  atMs,
  author,
  path,
  cursor: undefined,
  longest: 1,
  lines: 1,
});
const code = [
  change(1_000, 'server', 'a.ts'),
  change(2_000, 'noor', 'b.ts'),
  change(4_000, 'sam', 'c.ts'),
];
const board = [{ atMs: 3_000, author: 'noor' }];

it('follows whoever acts, one person, or nobody, into files and to the board', () => {
  const at = (followed: Parameters<typeof changesOf>[1], atMs: number) => {
    const place = placeOfAction(changesOf(code, followed), changesOf(board, followed), atMs);
    return place?.view === 'code' ? place.change.path : place?.view;
  };
  expect([1_500, 2_500, 3_500, 9_000].map((atMs) => at('anyone', atMs))).toEqual([
    undefined,
    'b.ts',
    'board',
    'c.ts',
  ]);
  expect([2_500, 9_000].map((atMs) => at({ id: 'noor' }, atMs))).toEqual(['b.ts', 'board']);
  expect(at({ id: 'sam' }, 3_500)).toBeUndefined();
  expect(at('nobody', 9_000)).toBeUndefined();
});

it('counts who changed how much in each part of what is played, without what was before', () => {
  const timeline = new Timeline([2_000, 2_500, 4_000], { skipIdle: true });
  const parts = countActivity(code, timeline, 4).map((part) => [...part]);
  expect(parts).toEqual([[['noor', 1]], [], [], [['sam', 1]]]);
});
