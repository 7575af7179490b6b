import { largeInsertion } from '@assay/contracts/http';
import { type CodeChange, isPerson } from '@assay/workspace/replay';
import type { ReplayMark, ReplayPerson } from './replaySource.ts';

/**
 * Text that came in one piece. Most of it was pasted; some was brought back by undo, or typed without a connection
 * and sent together, which a log cannot tell apart. So it says what is known: how much came at once.
 */
export function findPastes(
  changes: readonly CodeChange[],
  personOf: (id: string) => ReplayPerson | undefined,
): ReplayMark[] {
  return changes.flatMap(({ atMs, author, path, longest, lines }, index): ReplayMark[] => {
    if (!isPerson(author) || longest < largeInsertion) return [];
    const person = personOf(author);
    const much = lines > 1 ? `${lines} lines` : `${longest} characters`;
    return [
      { id: `paste ${index}`, kind: 'paste', atMs, title: `${much} at once in ${path}`, person },
    ];
  });
}
