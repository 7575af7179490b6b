import { lockReview, replaceScores } from '@assay/db';
import type { TestApi } from './startTestApi.ts';

/** Scores by challenge and criterion: `sample/clarity`. */
type Scores = Record<string, number>;

/** A review of an attempt, written into the database; submitted, unless it is a draft. */
export async function submittedReview(
  { db }: Pick<TestApi, 'db'>,
  attemptId: string,
  { by, scores, draft = false }: { by: string; scores: Scores; draft?: boolean },
): Promise<void> {
  const at = new Date();
  const review = await lockReview(db, attemptId, by, at);
  const rows = Object.entries(scores).map(([place, score]) => {
    const [challenge = '', criterion = ''] = place.split('/');
    return { challenge, criterion, score, note: '' };
  });
  await replaceScores(db, review.id, rows, { at, ...(!draft && { submittedAt: at }) });
}
