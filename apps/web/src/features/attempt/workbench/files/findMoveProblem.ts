import { findNameProblem } from '#features/attempt/workspace/findNameProblem.ts';
import { movesOf } from './movesOf.ts';

/** Why `from`, a file or a folder, cannot be called `to`, in words; nothing when it can. */
export function findMoveProblem(
  paths: readonly string[],
  from: string,
  to: string,
): string | undefined {
  if (from === to) return undefined;
  if (to.startsWith(`${from}/`) && !paths.includes(from))
    return 'A folder cannot be moved into itself.';
  const moves = movesOf(paths, from, to);
  const moved = new Set(moves.map((move) => move.from));
  const others = paths.filter((path) => !moved.has(path));
  for (const move of moves) {
    const problem = findNameProblem(move.to, others);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
