import type { AttemptRow, Member } from '@assay/contracts/http';
import { type Database, listMeanScores, listResults, type listReviewQueue } from '@assay/db';
import { equalTime } from './equalTime.ts';
import { maySeeGrades } from './maySeeGrades.ts';

type Found = Awaited<ReturnType<typeof listReviewQueue>>['rows'][number];

/** Attempts as staff see them in a list. */
export async function presentAttemptRows(
  db: Database,
  found: Found[],
  viewer: Member,
): Promise<AttemptRow[]> {
  const ids = found.map(({ attempt }) => attempt.id);
  const results = Map.groupBy(await listResults(db, ids), (result) => result.attemptId);
  const scores = new Map((await listMeanScores(db, ids)).map((score) => [score.attemptId, score]));
  return found.map(({ attempt, candidate, assessment }) => {
    const score = scores.get(attempt.id);
    const maySee = maySeeGrades({
      grades: viewer.role === 'reviewer',
      submitted: score?.reviewers.includes(viewer.id) === true,
    });
    return {
      id: attempt.id,
      candidateName: candidate.name,
      assessmentTitle: assessment.title,
      state: attempt.state,
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
      ...(score && maySee && { score: score.mean }),
    };
  });
}
