import type { AttemptRow, Member } from '@assay/contracts/http';
import { type Database, listResults, type listReviewQueue } from '@assay/db';
import { equalTime } from './equalTime.ts';
import { gradeAttempt, loadJudgements } from './gradeAttempt.ts';
import { nameOf, reviewSight } from './reviewSight.ts';

type Found = Awaited<ReturnType<typeof listReviewQueue>>['rows'][number];

/** Attempts as staff see them in a list. */
export async function presentAttemptRows(
  db: Database,
  found: Found[],
  viewer: Member,
): Promise<AttemptRow[]> {
  const ids = found.map(({ attempt }) => attempt.id);
  const results = Map.groupBy(await listResults(db, ids), (result) => result.attemptId);
  const judgementsOf = await loadJudgements(db, ids);
  return found.map((row) => {
    const { attempt, assessment, reviews } = row;
    const sight = reviewSight(viewer, reviews);
    const judgements = judgementsOf(attempt.id);
    const { value } = gradeAttempt(judgements);
    const [decision] = judgements.decisions;
    return {
      id: attempt.id,
      ...nameOf(row, sight),
      assessmentTitle: assessment.title,
      state: attempt.state,
      reviews: { ...reviews, isMine: mayReview(viewer) && reviews.isMine },
      ...(attempt.startedAt && {
        startedAt: equalTime(attempt)(attempt.startedAt).toISOString(),
      }),
      ...(attempt.finishedAt && { finishedAt: attempt.finishedAt.toISOString() }),
      results: (results.get(attempt.id) ?? []).map(({ challenge, title, passed, total }) => ({
        challenge,
        title,
        passed,
        total,
      })),
      ...(attempt.erasedAt && { erasedAt: attempt.erasedAt.toISOString() }),
      ...(sight.grades && value !== undefined && { score: value }),
      ...(sight.grades && decision && { decision: decision.outcome }),
    };
  });
}

/** Interviewers read. */
function mayReview({ role }: Member): boolean {
  return role === 'admin' || role === 'reviewer';
}
