import type { Member } from '@assay/contracts/http';
import type { ScorecardRecord } from '@assay/db';
import { maySeeGrades } from '#reviews/maySeeGrades.ts';

/**
 * What somebody may see of the scorecards of one kit, and whether they can write their own. Others' cards are for those
 * who have submitted theirs, and for admins who have begun none; and whoever may have read one begins none.
 */
export function cardSight(
  viewer: Member,
  cards: readonly ScorecardRecord[],
): { sees: boolean; mayWrite: boolean } {
  const own = cards.find(({ authorId }) => authorId === viewer.id);
  const isAnySubmitted = cards.some(
    ({ authorId, submittedAt }) => authorId !== viewer.id && submittedAt !== null,
  );
  const submitted = own !== undefined && own.submittedAt !== null;
  const grades = viewer.role !== 'admin' || own !== undefined;
  return {
    sees: maySeeGrades({ grades, submitted }),
    mayWrite: !submitted && (grades || !isAnySubmitted),
  };
}
