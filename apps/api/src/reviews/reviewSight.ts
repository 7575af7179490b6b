import type { AttemptRow, Member } from '@assay/contracts/http';
import type { AttemptRecord, findInReviewQueue } from '@assay/db';
import { identityPolicy } from '#http/policies.ts';
import { maySeeGrades } from './maySeeGrades.ts';

type InQueue = NonNullable<Awaited<ReturnType<typeof findInReviewQueue>>>;

/** How long a draft holds a place among the wanted reviews after its last change. Counters drafts that are forgotten, ms. */
const draftHoldsMs = 3 * 24 * 60 * 60_000;

/** For whom the queue of reviews is read. */
export function viewOf(member: Member, now: Date) {
  return {
    viewer: { id: member.id, seesNames: identityPolicy.includes(member.role) },
    heldSince: new Date(now.getTime() - draftHoldsMs),
  };
}

/**
 * What a member of staff may see of an attempt beside the work: whose it is, and what others made of it. Others'
 * scores are for nobody before all wanted reviews are in, but for those who have submitted theirs.
 */
export function reviewSight(
  member: Member,
  { own, submitted, wanted }: Pick<AttemptRow['reviews'], 'own' | 'submitted' | 'wanted'>,
): { identity: boolean; grades: boolean; isComplete: boolean } {
  const isComplete = submitted >= wanted;
  const isGrader =
    member.role === 'reviewer' || (member.role === 'admin' && (own !== 'none' || !isComplete));
  return {
    identity: identityPolicy.includes(member.role) || own === 'submitted',
    grades:
      maySeeGrades({ grades: isGrader, submitted: own === 'submitted' }) &&
      (isComplete || own === 'submitted'),
    isComplete,
  };
}

/** What an attempt is called for somebody: by name, or by the first digits of its id. */
export function nameOf(
  { attempt, candidate }: Pick<InQueue, 'attempt' | 'candidate'>,
  sight: { identity: boolean },
): Pick<AttemptRow, 'candidateName' | 'isAnonymous'> {
  // Nobody is left to be known.
  const isKnown = sight.identity || attempt.erasedAt !== null;
  return {
    candidateName: isKnown ? candidate.name : `Candidate ${codeOf(attempt)}`,
    isAnonymous: !isKnown,
  };
}

function codeOf({ id }: Pick<AttemptRecord, 'id'>): string {
  return id.slice(0, 4).toUpperCase();
}
