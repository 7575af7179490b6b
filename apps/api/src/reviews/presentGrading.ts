import type {
  AttemptRow,
  Decision,
  GradedCriterion,
  Grading,
  Member,
  Override,
  ReviewRule,
} from '@assay/contracts/http';
import type { AttemptRecord } from '@assay/db';
import { gradeAttempt, type Judgements } from './gradeAttempt.ts';
import { reviewSight } from './reviewSight.ts';

/** Submitted reviews side by side, what they come to, and what people made of it. */
export function presentGrading(
  judgements: Judgements,
  viewer: Member,
  {
    attempt,
    rule,
    standing,
  }: {
    attempt: Pick<AttemptRecord, 'reviewsWanted' | 'erasedAt'>;
    rule: ReviewRule;
    standing: AttemptRow['reviews'];
  },
): Grading {
  const { criteria, groups, value } = gradeAttempt(judgements);
  const { grades, isComplete } = reviewSight(viewer, standing);
  return {
    rule,
    furtherCalled: attempt.reviewsWanted !== null,
    reviewers: judgements.reviews.map(({ reviewer, reviewerId, submittedAt }) => ({
      name: reviewer,
      isMe: reviewerId === viewer.id,
      submittedAt: submittedAt.toISOString(),
    })),
    criteria: criteria.map(
      ({ challenge, criterion, given, spread, median, replaced, value: counts }) =>
        ({
          challenge,
          criterion,
          scores: given,
          spread,
          median,
          ...(replaced && { override: presentOverride(replaced) }),
          value: counts,
        }) satisfies GradedCriterion,
    ),
    challenges: groups.map(({ group, value: counts }) => ({ challenge: group, value: counts })),
    ...(value !== undefined && { value }),
    overrides: judgements.overrides.map(presentOverride),
    decisions: judgements.decisions.map(({ id, outcome, reason, by, at }): Decision => ({
      id,
      outcome,
      reason,
      by,
      at: at.toISOString(),
    })),
    mayDecide: viewer.role !== 'interviewer' && grades && isComplete && attempt.erasedAt === null,
  };
}

function presentOverride({
  challenge,
  criterion,
  score,
  reason,
  by,
  at,
}: Judgements['overrides'][number]): Override {
  return { challenge, criterion, score, reason, by, at: at.toISOString() };
}
