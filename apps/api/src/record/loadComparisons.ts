import type { AttemptRecord } from '@assay/contracts/http';
import { type Database, listComparedWorks, listPairsOf } from '@assay/db';

/** What comparing the submissions of an attempt has shown, without whose the others are. */
export async function loadComparisons(
  db: Database,
  attemptId: string,
): Promise<AttemptRecord['comparisons']> {
  const works = await listComparedWorks(db, attemptId);
  const challenges = [...new Set(works.map(({ challenge }) => challenge))];
  const pairs = (
    await Promise.all(challenges.map((challenge) => listPairsOf(db, attemptId, challenge)))
  ).flat();
  return works.flatMap((work) => {
    const { id, challenge, submissionId, comparedAt, comparedWith } = work;
    const { own, given, frequent, unread } = work;
    if (submissionId === null) return [];
    return [
      {
        challenge,
        submissionId,
        ...(comparedAt && { comparedAt: comparedAt.toISOString() }),
        ...(comparedWith !== null && { comparedWith }),
        own,
        given,
        frequent,
        unread,
        pairs: pairs
          .filter(({ first, second }) => first.id === id || second.id === id)
          .map(({ shared, percent }) => ({ shared, percent })),
      },
    ];
  });
}
