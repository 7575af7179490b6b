import type { ReviewComment } from '@assay/contracts/http';

/** What a comment says, and of which lines. One that says nothing is none. */
export type Said = Pick<ReviewComment, 'submissionId' | 'path' | 'fromLine' | 'toLine' | 'text'>;

/** Comments of one's own that are not known to be kept as they are here, by id. */
export type Changes = ReadonlyMap<string, Said>;

export const isNone = ({ text }: Said): boolean => text.trim() === '';

/** Comments as they are shown: what is kept, with one's own changes to it, by file and line. */
export function applyChanges(kept: readonly ReviewComment[], changes: Changes): ReviewComment[] {
  const mine = [...changes].flatMap(([id, said]): ReviewComment[] => {
    if (isNone(said)) return [];
    const before = kept.find((comment) => comment.id === id);
    const by = before?.by ?? { name: '', isMe: true };
    return [{ ...said, id, by, updatedAt: before?.updatedAt ?? new Date().toISOString() }];
  });
  return [...kept.filter(({ id }) => !changes.has(id)), ...mine].toSorted(
    (a, b) =>
      a.path.localeCompare(b.path, 'en') ||
      a.fromLine - b.fromLine ||
      a.toLine - b.toLine ||
      a.id.localeCompare(b.id, 'en'),
  );
}
