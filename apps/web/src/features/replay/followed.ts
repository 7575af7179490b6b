import { type CodeChange, isPerson, latestUntil } from '@assay/workspace/replay';

/** Whom a replay follows: whoever acts, one person by id, or nobody. */
export type Followed = 'anyone' | 'nobody' | { id: string };

/** The changes by which one follows somebody, in their order. */
export function changesOf<Change extends { author: string }>(
  changes: readonly Change[],
  followed: Followed,
): readonly Change[] {
  if (followed === 'nobody') return [];
  return changes.filter(({ author }) =>
    followed === 'anyone' ? isPerson(author) : author === followed.id,
  );
}

/** Where those who are followed acted last: in which file, or on the board; nothing before they did. */
export function placeOfAction(
  code: readonly CodeChange[],
  board: readonly { atMs: number }[],
  atMs: number,
): { view: 'code'; change: CodeChange } | { view: 'board' } | undefined {
  const change = latestUntil(code, atMs);
  const drawn = latestUntil(board, atMs);
  if (drawn !== undefined && drawn.atMs > (change?.atMs ?? -Infinity)) return { view: 'board' };
  return change && { view: 'code', change };
}
