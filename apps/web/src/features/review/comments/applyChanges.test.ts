import { expect, it } from '@jest/globals';
import type { ReviewComment } from '@assay/contracts/http';
import { applyChanges } from './applyChanges.ts';

const lines = { submissionId: 's', path: 'src/index.ts', fromLine: 2, toLine: 3 };
const comment = (id: string, fromLine: number): ReviewComment => ({
  ...lines,
  id,
  fromLine,
  text: 'kept',
  by: { name: 'Rahel', isMe: true },
  updatedAt: '2026-01-01T00:00:00.000Z',
});

it('shows comments as they are being changed, by file and line, without those that are deleted', () => {
  const kept = [comment('a', 1), comment('b', 3), comment('c', 3)];
  const changes = new Map([
    ['c', { ...lines, text: ' ' }],
    ['b', { ...lines, fromLine: 3, text: 'changed' }],
    ['new', { ...lines, text: 'written' }],
  ]);
  expect(applyChanges(kept, changes).map(({ id, text }) => `${id} ${text}`)).toEqual([
    'a kept',
    'new written',
    'b changed',
  ]);
  expect(applyChanges(kept, new Map())).toEqual(kept);
});
